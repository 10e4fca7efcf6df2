namespace Limpid.Benchmarks;

/// <summary>The neighbours of MNIST's digits, once, in a process of its own: how long and how much memory.</summary>
/// <param name="Seconds">Of the search.</param>
/// <param name="Megabytes">The largest memory of the process, with runtime, libtorch and the images.</param>
internal sealed record Digits(double Seconds, double Megabytes)
{
    public const int Count = 60_000;
    public const double AskedMegabytes = 2000;
    public const string Title = "10 nearest neighbours of the 60 000 MNIST digits in 784 dimensions";

    public static Digits Measure()
    {
        using var server = Server.Ours(2);
        var (seconds, megabytes) = server.Run(GraphComparisons.At("digits", Count), 1);
        return new Digits(seconds, megabytes);
    }
}
