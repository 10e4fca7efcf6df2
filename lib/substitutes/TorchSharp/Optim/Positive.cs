namespace TorchSharp;

internal static class Positive
{
    public static void OrZero(double value, string name)
    {
        if (!(value >= 0)) throw new ArgumentException($"Invalid {name}: {value}; it must be 0 or more.", name);
    }
}
