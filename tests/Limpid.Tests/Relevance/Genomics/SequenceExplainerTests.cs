using Limpid.Data.Dna;
using Limpid.Relevance;
using Limpid.Relevance.Genomics;
using Limpid.Relevance.PlantedMotifs;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Genomics;

[Collection(ProcessCollection.Name)]
public sealed class SequenceExplainerTests
{
    private static readonly string[] Sequences = [.. Enumerable.Range(0, 6).Select(i => PlantedDesign.Short.Background(new Random(i))[..60])];

    private static nn.Module<Tensor, Tensor> Network()
    {
        manual_seed(3);
        return MotifNetwork.New(60);
    }

    private static Tensor Targets => tensor(new long[] { 0, 1, 2, 0, 1, 2 });

    [Fact]
    public void A_map_is_the_relevance_summed_over_the_letters()
    {
        using DisposeScope scope = NewDisposeScope();
        using var network = Network();
        Tensor inputs = Nucleotides.OneHot(Sequences);
        using var explainer = new SequenceExplainer(network, inputs, Targets, Composite.EpsilonPlus(), new Seed(1));
        using var result = new RelevancePropagation(network, Composite.EpsilonPlus().Pruned(Pruning.Lambda(0.3))).Explain(inputs, Targets);
        Tensor map = explainer.Map(new MapMethod(MapKind.Lambda, 0.3));
        Assert.Equal([6, 60], map.shape);
        Assert.True(map.equal(result.Input.sum(1L)).all().item<bool>());
        Assert.False(map.equal(explainer.Map(MapMethod.Plain)).all().item<bool>());
    }

    [Fact]
    public void The_controls_keep_as_many_values_as_pruning_leaves()
    {
        using DisposeScope scope = NewDisposeScope();
        using var network = Network();
        using var explainer = new SequenceExplainer(network, Nucleotides.OneHot(Sequences), Targets, Composite.EpsilonPlus(), new Seed(1));
        foreach (var (pruned, top, random) in new[] { (MapKind.Lambda, MapKind.Top, MapKind.Random), (MapKind.LambdaAll, MapKind.TopAll, MapKind.RandomAll) })
        {
            Tensor kept = explainer.Map(new MapMethod(top, 0.4));
            long[] left = PrunedMap.NonZeros(explainer.Map(new MapMethod(pruned, 0.4)));
            Assert.All(left, count => Assert.InRange(count, 1, pruned == MapKind.LambdaAll ? 55 : 60));
            Assert.Equal(left, PrunedMap.NonZeros(kept));
            Assert.Equal(left, PrunedMap.NonZeros(explainer.Map(new MapMethod(random, 0.4))));
            Assert.True(kept.eq(0).logical_or(kept.eq(explainer.Map(MapMethod.Plain))).all().item<bool>());
        }
    }

    [Fact]
    public void Methods_have_names_of_their_own()
    {
        IReadOnlyList<MapMethod> all = MapMethod.All([0, .25, .5]);
        Assert.Equal(all.Count, all.Select(method => method.ToString()).Distinct().Count());
        Assert.Equal(1 + 2 * 8, all.Count);
    }
}
