using Limpid.Graphs;
using Limpid.Margin;
using Limpid.Margin.ExplainedImages;
using Limpid.Margin.Images;
using Limpid.Reproduction;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin.ExplainedImages;

/// <summary>What stands in the influence's place, against its formula.</summary>
public class CopyMapTests
{
    private static readonly Seed seed = new(7);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Class 1 if the upper left quarter is bright.</summary>
    private static Tensor Corner(Tensor images)
    {
        var light = images.narrow(2, 0, 8).narrow(3, 0, 8).flatten(1).mean([1]);
        return stack([zeros_like(light), (light - 0.4) * 20], 1);
    }

    private static (MaskedCopies Copies, Tensor Masks, Graph Graph) Copies()
    {
        var image = full(1, 16, 16, 0.9, dtype: float64);
        var masks = ImageMasks.Subsets(SuperPixels.Of(image, 16), 50, 0.5, new Random(3)).Masks;
        var copies = MaskedCopies.Of(image, masks, Corner, cancellation: Cancel);
        return (copies, masks, copies.Neighbours(6, Cancel));
    }

    [Fact]
    public void InfluenceIsTheTask()
    {
        using var scope = NewDisposeScope();
        var (copies, _, graph) = Copies();
        Assert.Equal(Saliency.Of(copies, 6, Influence.RandomWalk(2), Cancel).Map, new CopyMap(CopyKind.Sparse).Of(copies, graph, 2, seed));
        copies.Dispose();
    }

    [Fact]
    public void EqualWeightsOverTheKeptSayNothing()
    {
        using var scope = NewDisposeScope();
        var (copies, _, graph) = Copies();
        Assert.InRange(copies.Kept.Sum(), 5, 45);
        Assert.All(new CopyMap(CopyKind.Sparse, CopyWeight.One).Of(copies, graph, 1, seed).Cast<double>(), value => Assert.Equal(1, value, 1e-12));
        copies.Dispose();
    }

    [Fact]
    public void OverAllCopiesTheyAreTheShareThatKeepsTheClass()
    {
        using var scope = NewDisposeScope();
        var (copies, masks, graph) = Copies();
        var map = new CopyMap(CopyKind.Sparse, CopyWeight.One, OverAll: true).Of(copies, graph, 1, seed);
        var shown = Enumerable.Range(0, 50).Where(m => masks[m, 12, 3].item<float>() > 0).ToArray();
        Assert.Equal(shown.Average(m => copies.Kept[m]), map[12, 3], 1e-12);
        var rise = new CopyMap(CopyKind.Sparse, CopyWeight.Probability, OverAll: true, EveryCopy: true).Of(copies, graph, 1, seed);
        Assert.Equal(shown.Average(m => copies.Probabilities[m]), rise[12, 3], 1e-12);
        Assert.True(rise[2, 2] > rise[14, 14] + 0.1);
        copies.Dispose();
    }

    [Fact]
    public void WeightsAreTheirFormulas()
    {
        using var scope = NewDisposeScope();
        var (copies, _, graph) = Copies();
        IReadOnlyList<double> Weights(CopyWeight weight) => new CopyMap(CopyKind.Sparse, weight).Weights(copies, graph, 1, seed);
        double mean = copies.Sizes.Average(), far = copies.Sizes.Max(size => Math.Abs(size - mean)), least = copies.Sizes.Min();
        double Around(int v) => graph.Neighbours(v).ToArray().Average(u => copies.Sizes[u]);
        var largest = Enumerable.Range(0, 50).Max(v => Math.Max(0, Around(v) - copies.Sizes[v]));
        for (var v = 0; v < 50; v++)
        {
            Assert.Equal(Math.Abs(copies.Sizes[v] - mean) / far, Weights(CopyWeight.NoGraph)[v], 1e-12);
            Assert.Equal(least / copies.Sizes[v], Weights(CopyWeight.InverseSize)[v], 1e-12);
            Assert.Equal(Math.Max(0, Around(v) - copies.Sizes[v]) / largest, Weights(CopyWeight.SmallerInfluence)[v], 1e-9);
        }
        var (own, shuffled) = (Weights(CopyWeight.Influence), Weights(CopyWeight.ShuffledGraph));
        Assert.NotEqual(own, shuffled);
        Assert.Equal(1, shuffled.Max());
        Assert.Equal(shuffled, Weights(CopyWeight.ShuffledGraph));
        copies.Dispose();
    }

    [Fact]
    public void NamesTellTheMapsApart() => Assert.Equal(30, Enum.GetValues<CopyKind>().SelectMany(CopyMap.Ablations).Select(map => map.Name).Distinct().Count());
}
