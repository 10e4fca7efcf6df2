namespace Limpid.Benchmarks;

/// <summary>Whether relevance propagation's memory stays flat over many calls, in a process of its own.</summary>
/// <param name="Megabytes">Growth of the process's largest memory over the last two thirds of the calls.</param>
internal sealed record Steadiness(double Megabytes)
{
    public const int Calls = 100;

    // One call holds some hundreds; what the allocator keeps back and forth is a few.
    public const double AskedMegabytes = 20;
    public const string Title = "memory over 100 calls of PLRP-lambda on the VGG-like network";

    public static Steadiness Measure()
    {
        using var server = Server.Ours(2);
        return new Steadiness(server.Run("relevance-memory", Calls).Check);
    }

    public string Text() => FormattableString.Invariant($"\nGrowth of the largest {Title}: {Megabytes:0.0} MB; asked <= {AskedMegabytes:0} MB: {Report.Word(Megabytes <= AskedMegabytes)}.\n");
}
