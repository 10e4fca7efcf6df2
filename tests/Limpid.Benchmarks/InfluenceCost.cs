namespace Limpid.Benchmarks;

/// <summary>The influence of MNIST's digits from pixels to scores, once, against all products of the digits with each other, each in a process of its own.</summary>
/// <param name="Seconds">Of neighbours, MMD signal and influence.</param>
/// <param name="Megabytes">The largest memory of that process.</param>
/// <param name="Product">Seconds of the full product, n x n, in the same type.</param>
internal sealed record InfluenceCost(double Seconds, double Megabytes, double Product)
{
    public const string Title = "influence of the 60 000 MNIST digits with their MMD signal";

    private const double Asked = 1, AskedMegabytes = 2000;

    public static InfluenceCost Measure()
    {
        using var ours = Server.Ours(2);
        var (seconds, megabytes) = ours.Run(GraphComparisons.At("influence-digits", Digits.Count), 1);
        using var other = Server.Ours(2);
        return new(seconds, megabytes, other.Run(GraphComparisons.At("product-digits", Digits.Count), 1).Seconds);
    }

    public string Text() => FormattableString.Invariant(
        $"\nThe {Title}: {Seconds:0.0} s, at most {Megabytes:0} MB for the whole process; asked <= {AskedMegabytes:0} MB: {Report.Word(Megabytes <= AskedMegabytes)}. One full product of the digits, float64: {Product:0.0} s; ratio {Seconds / Product:0.000}, asked <= {Asked:0.0}: {Report.Word(Seconds <= Asked * Product)}.\n");
}
