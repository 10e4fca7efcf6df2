using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

internal static class Activations
{
    /// <summary>Checks Z [B, N] and returns B.</summary>
    internal static long Check(Tensor activations, long neurons, string name)
    {
        ArgumentNullException.ThrowIfNull(activations, name);
        var shape = activations.shape;
        if (shape.Length != 2 || shape[0] == 0 || shape[1] != neurons)
            throw new ArgumentException(FormattableString.Invariant(
                $"The activations have shape [{string.Join(", ", shape)}]; expected [B, {neurons}] with B at least 1."), name);
        return shape[0];
    }

    /// <summary>Checks a matrix of finite values and copies it to float64, row-major.</summary>
    internal static (double[] Values, int Rows, int Columns) Copy(Tensor activations, string name)
    {
        ArgumentNullException.ThrowIfNull(activations, name);
        var shape = activations.shape;
        if (shape.Length != 2 || shape[0] == 0 || shape[1] == 0)
            throw new ArgumentException(FormattableString.Invariant(
                $"The tensor has shape [{string.Join(", ", shape)}]; expected a matrix with at least one row and column."), name);
        var values = Values(activations);
        var bad = Array.FindIndex(values, value => !double.IsFinite(value));
        if (bad >= 0)
            throw new ArgumentException(FormattableString.Invariant(
                $"Entry [{bad / shape[1]}, {bad % shape[1]}] is {values[bad]}; expected finite values."), name);
        return (values, (int)shape[0], (int)shape[1]);
    }

    private static double[] Values(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().cpu().to(float64).contiguous().data<double>().ToArray();
    }
}
