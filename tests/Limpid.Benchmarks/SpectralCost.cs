namespace Limpid.Benchmarks;

/// <summary>What the spectral form of a dense layer costs here and what it costs in Python: two ratios, of one run.</summary>
/// <param name="Ours">Median step of the spectral layer over that of the plain one.</param>
/// <param name="Python">The same in Python.</param>
internal sealed record SpectralCost(double Ours, double Python)
{
    public const string Title = "spectral form of a dense layer 784-512, batch 500, here and in Python";

    private const int Rounds = 15, Steps = 10;

    public static SpectralCost Measure()
    {
        using var ours = Server.Ours(1);
        using var python = Server.Python(1);
        (Server Side, string Work)[] all = [(ours, "dense-spectral"), (ours, "dense"), (python, "dense-spectral"), (python, "dense")];
        foreach (var (side, work) in all) side.Run(work, Steps);
        var seconds = all.Select(_ => new double[Rounds]).ToArray();
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < all.Length; i++) seconds[i][round] = all[i].Side.Run(all[i].Work, Steps).Seconds;
        var medians = seconds.Select(Measurement.Median).ToArray();
        return new(medians[0] / medians[1], medians[2] / medians[3]);
    }

    public string Text() => FormattableString.Invariant(
        $"\nStep with the {Title}, 1 thread: {Ours:0.000} times the plain layer's, in Python {Python:0.000} times; asked <= the same: {Report.Word(Ours <= Python)}.\n");
}
