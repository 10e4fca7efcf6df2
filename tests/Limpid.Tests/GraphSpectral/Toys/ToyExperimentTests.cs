using System.Text.Json;
using Limpid.Graphs;
using Limpid.GraphSpectral;
using Limpid.GraphSpectral.Toys;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.Toys;

[Collection(ProcessCollection.Name)]
public class ToyExperimentTests
{
    private static readonly JsonSerializerOptions Json =
        new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static readonly ToySettings Small = new(Steps: 15, Width: 12, Layers: 1, Bins: 8, Permutations: 20);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ToyExperiment Experiment(string? folder = null) =>
        new(ToySets.Humps(80, new Random(1)), Graph.Path(6), Small, folder is null ? null : new Experiment("toys", RunMode.Full, Small, folder));

    private static string Text(ToyResult result) => JsonSerializer.Serialize(result, Json);

    [Fact]
    public void EveryVariantTrainsAndIsReadInFull()
    {
        using var scope = NewDisposeScope();
        var results = Experiment().Run(ToyVariant.Family(1e-3, 3e-4), Seed.Reported(1), Cancel);
        Assert.Equal(["none", "GSR 0.001", "L^2", "heat", "Fourier L1", "hats L1", "Meyer L1", "bumps t=5"], results.Select(result => result.Variant));
        Assert.All(results, result => Assert.True(result.Unexplained is > 0 and < 20 && result.Scale >= 0 && result.Living is >= 0 and <= 6 && result.Order.Observed is >= 0 and <= 1));
        Assert.Equal((6, 8), (results[0].Map.GetLength(0), results[0].Map.GetLength(1)));
        Assert.Equal(results[0].Profile[3][2], results[0].Curve(2)[3]);
        Close.Value(results[0].Profile[3][2] / results[0].Profile.Max(bin => bin.Max()), results[0].Map[2, 3], 1e-12);
        Assert.Equal(8, results.Select(Text).Distinct().Count());
    }

    [Fact]
    public void EqualSeedsGiveEqualResultsWhateverRanBefore()
    {
        using var scope = NewDisposeScope();
        var all = Experiment().Run([ToyVariant.None, ToyVariant.GraphSpectral(0.1)], Seed.Reported(2), Cancel);
        Assert.Equal([0, 0, 1, 1], all.Select(result => result.Seed));
        Assert.Equal(Text(all[3]), Text(Experiment().Run(ToyVariant.GraphSpectral(0.1), new Seed(1), Cancel)));
        Assert.NotEqual(Text(all[0]), Text(all[2]));
    }

    [Fact]
    public void ThePenaltySmoothsAndTheChoiceHasItsSize()
    {
        using var scope = NewDisposeScope();
        var experiment = new ToyExperiment(ToySets.Humps(200, new Random(1)), Graph.Path(6), Small with { Steps = 150 });
        var (none, strong) = (experiment.Run(ToyVariant.None, new Seed(0), Cancel), experiment.Run(ToyVariant.GraphSpectral(1) with { Rectified = false }, new Seed(0), Cancel));
        Assert.True(strong.Roughness.Observed < 0.5 * none.Roughness.Observed, $"{strong.Roughness.Observed} against {none.Roughness.Observed}");
        // Bumps are averages of rows that sum to 1 over six neurons.
        Assert.InRange(experiment.Run(ToyVariant.Bumps(2), new Seed(0), Cancel).Scale, 1 / 6.0 - 0.01, 0.5);
    }

    [Fact]
    public void RingsAndClustersHaveTheirOwnOrder()
    {
        using var scope = NewDisposeScope();
        var ring = new ToyData("circle", rand(40, 4), [.. Enumerable.Range(0, 40).Select(i => 9.0 * i)], 0, 360, Periodic: true);
        Assert.InRange(new ToyExperiment(ring, Graph.Ring(5), Small).Run(ToyVariant.None, new Seed(0), Cancel).Wraps, 0, 2);
        var hub = new ToyExperiment(ToySets.Hub(60, new Random(2)), Graph.Lines(3, 2), Small).Run(ToyVariant.None, new Seed(0), Cancel);
        Assert.InRange(hub.Order.Observed, 1 / 3.0, 1);
        Assert.Equal(0, hub.Wraps);
    }

    [Fact]
    public void FinishedNetworksAreFoundAgain()
    {
        using var scope = NewDisposeScope();
        var folder = Directory.CreateTempSubdirectory("limpid-toys-").FullName;
        try
        {
            var first = Experiment(folder).Run([ToyVariant.GraphSpectral(0.1)], [new Seed(3)], Cancel);
            var file = Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Single();
            Assert.EndsWith("humps-GSR-0.1.json", file);
            File.WriteAllText(file, File.ReadAllText(file).Replace("\"Seed\":3", "\"Seed\":33", StringComparison.Ordinal));
            var again = Experiment(folder).Run([ToyVariant.GraphSpectral(0.1)], [new Seed(3)], Cancel)[0];
            Assert.Equal((33, first[0].Scale), (again.Seed, again.Scale));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var scope = NewDisposeScope();
        var experiment = Experiment();
        Check.LeavesNothing(() => experiment.Run(ToyVariant.Family(1e-3, 1e-3)[7], new Seed(0), Cancel), times: 3);
        Check.LeavesNothing(() => experiment.Run(ToyVariant.GraphSpectral(0.1), new Seed(0), Cancel), times: 3);
    }
}
