using System.Text.Json;
using Limpid.GraphSpectral.Autoencoders;
using Limpid.GraphSpectral.ClustersInClusters;
using Limpid.Reproduction;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.ClustersInClusters;

[Collection(ProcessCollection.Name)]
public class ClusterExperimentTests
{
    private static readonly ClusterVariant[] Three = [ClusterVariant.Plain, ClusterVariant.Variational(1), ClusterVariant.GraphSpectral(0.1)];

    private static IReadOnlyList<ClusterResult> Run(int steps, params Seed[] seeds)
    {
        using var scope = NewDisposeScope();
        using var train = NestedClusters.Draw(600, new Random(1));
        using var test = NestedClusters.Draw(300, new Random(2));
        var settings = new AutoencoderSettings { Steps = steps, BatchSize = 100, Sampling = Sampling.Shuffled };
        return new ClusterExperiment(train, test, settings).Run(Three, seeds, cancel: TestContext.Current.CancellationToken);
    }

    [Fact]
    public void SeedsArePairsAndRepeat()
    {
        var all = Run(3, new Seed(0), new Seed(1));
        Assert.Equal(["AE", "beta-VAE", "GSR", "AE", "beta-VAE", "GSR"], all.Select(result => result.Variant));
        Assert.Equal([0, 0, 0, 1, 1, 1], all.Select(result => result.Seed));
        // Equal first weights: the untrained networks agree.
        Assert.Equal(all[0].Untrained, all[2].Untrained);
        Assert.Equal(JsonSerializer.Serialize(all.Skip(3)), JsonSerializer.Serialize(Run(3, new Seed(1))));
    }

    [Fact]
    public void ResultsAreComplete()
    {
        var result = Run(3, new Seed(0))[2];
        Assert.Equal((14, 300, 6), (result.OtherPairings.Length, result.Map.GetLength(0), result.Map.GetLength(1)));
        Assert.Equal(result.Classes.Order(), result.Classes);
        Assert.Equal(1, result.Activations.Max(row => row.Max(Math.Abs)), 1e-12);
        Assert.Equal("A1", result.RowNames[0]);
        Assert.Equal("C2", result.RowNames[^1]);
        Assert.Equal(Math.Max(result.Pairs.Purity, result.OtherPairings.Max()), result.BestPurity);
        Assert.InRange(result.Shuffled.OppositePreference, 0, 0.4);
    }

    [Fact]
    public void ThePenaltyMakesPairsAlike()
    {
        var results = Run(400, new Seed(0));
        static double Apart(ClusterResult result) => result.Activations.Average(row => Enumerable.Range(0, 3).Sum(p => Math.Abs(row[2 * p] - row[2 * p + 1])));
        Assert.True(Apart(results[2]) < 0.3 * Apart(results[0]), $"{Apart(results[2])} against {Apart(results[0])}");
        Assert.All(results, result => Assert.InRange(result.Error, 0, 25));
    }
}
