using System.Text.Json;
using Limpid.GraphSpectral;
using Limpid.GraphSpectral.ModularCodes;
using Limpid.Reproduction;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.ModularCodes;

[Collection(ProcessCollection.Name)]
public class ModularExperimentTests
{
    private static readonly ModularSettings Small = new(SamplesPerCode: 8, PretrainSteps: 10, PenaltySteps: 20, RefreshEvery: 5, Neurons: 12, ReadingSamples: 64);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Text(object result) => JsonSerializer.Serialize(result);

    [Fact]
    public void EqualSeedsGiveEqualResultsWhateverRanBefore()
    {
        using var scope = NewDisposeScope();
        var all = new ModularExperiment(Small).Run([ModularVariant.Penalised(0.1), ModularVariant.Plain()], [2, 3], Seed.Reported(1), Cancel);
        Assert.Equal([("GSR", 2), ("no penalty", 2), ("GSR", 3), ("no penalty", 3)], all.Select(result => (result.Variant, result.Modules)));
        Assert.Equal(Text(all[3]), Text(new ModularExperiment(Small).Run(ModularVariant.Plain(), 3, new Seed(0), Cancel)));
        // Pairs: the same first weights and pre-training, then other ways.
        Assert.Equal((all[2].UntrainedError, all[2].UntrainedCount, Text(all[2].Snapshots[0])), (all[3].UntrainedError, all[3].UntrainedCount, Text(all[3].Snapshots[0])));
        Assert.NotEqual(Text(all[2].Correlations), Text(all[3].Correlations));
    }

    [Fact]
    public void ResultsAreCompleteAndTheDataIsLearnt()
    {
        using var scope = NewDisposeScope();
        var result = new ModularExperiment(Small with { PretrainSteps = 150 }).Run(ModularVariant.Script(), 2, new Seed(1), Cancel);
        Assert.Equal([150, 155, 160, 165], result.Steps);
        Assert.Equal((4, 4, 3), (result.Counts.Length, result.CountsAt.Length, result.CountsAt[0].Length));
        Assert.Equal(result.Steps, result.Snapshots.Select(snapshot => snapshot.Step));
        Assert.Equal(result.Count, CoActivation.SmallEigenvalues(result.Snapshots[^1].Graph));
        Assert.Equal((12, 2), (result.Correlations.Length, result.Correlations[0].Length));
        Assert.True(result.Error < 0.5 * result.UntrainedError, $"errors {result.Error}, {result.UntrainedError}");
    }

    [Fact]
    public void FinishedNetworksAreFoundAgain()
    {
        using var scope = NewDisposeScope();
        var folder = Directory.CreateTempSubdirectory("limpid-modular-").FullName;
        try
        {
            ModularExperiment Kept() => new(Small, new Experiment("toy", RunMode.Full, Small, folder));
            var first = Kept().Run([ModularVariant.Plain()], [2], [new Seed(3)], Cancel);
            // Another seed in the file comes back: nothing was trained again.
            var file = Directory.GetFiles(folder, "none-2.json", SearchOption.AllDirectories).Single();
            File.WriteAllText(file, File.ReadAllText(file).Replace("\"Seed\":3", "\"Seed\":33", StringComparison.Ordinal));
            var again = Kept().Run([ModularVariant.Plain()], [2], [new Seed(3)], Cancel);
            Assert.Equal(Text(first[0] with { Seed = 33 }), Text(again[0]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void SnapshotsKeepFourDigits()
    {
        using var z = Check.Random(8, 20, 6);
        var graph = CoActivation.Graph(z);
        var snapshot = JsonSerializer.Deserialize<GraphSnapshot>(Text(GraphSnapshot.Of(new LearnedGraph(7, graph))))!;
        Assert.Equal((7, 6, 15), (snapshot.Step, snapshot.Vertices, snapshot.Weights.Length));
        Close.Values(graph.ToMatrix().Cast<double>(), snapshot.Graph.ToMatrix().Cast<double>(), 5e-5);
    }
}
