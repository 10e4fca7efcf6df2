using Limpid.Relevance;
using Limpid.Relevance.Networks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Relevance;

[Collection(ProcessCollection.Name)]
public class CompositeTests
{
    private static Dictionary<string, string> Rules(Module<Tensor, Tensor> model, Composite composite) =>
        new RelevancePropagation(model, composite).Plan.Rows.ToDictionary(row => row.Layer, row => row.Rule!.Name);

    private static Module<Tensor, Tensor> Small() => Sequential(
        ("c1", Conv2d(3, 4, 3L)), ("r1", ReLU()), ("c2", Conv2d(4, 4, 3L)), ("p", MaxPool2d(2)), ("f", Flatten()), ("l1", Linear(16, 5)), ("l2", Linear(5, 2)));

    /// <summary>VGG-16's layers in order, with few channels: 13 convolutions, 5 pools, 3 fully connected.</summary>
    private static Module<Tensor, Tensor> Vgg16()
    {
        var parts = new List<(string, Module<Tensor, Tensor>)>();
        var from = 3;
        foreach (var (block, convolutions) in new[] { 2, 2, 3, 3, 3 }.Select((count, i) => (i, count)))
        {
            for (var i = 0; i < convolutions; i++)
            {
                parts.Add(($"c{parts.Count}", Conv2d(from, 2, 3L, padding: 1)));
                parts.Add(($"r{parts.Count}", ReLU()));
                from = 2;
            }
            parts.Add(($"p{block}", MaxPool2d(2)));
        }
        parts.Add(("f", Flatten()));
        foreach (var name in new[] { "a", "b", "c" }) parts.Add((name, Linear(2, 2)));
        return Sequential([.. parts]);
    }

    [Fact]
    public void Named_composites_give_the_rules_their_names_say()
    {
        var model = Small();
        Assert.Equal(("z+", "pass", "z+", "winner takes all", "move", "epsilon(1E-06)", "epsilon(1E-06)"), Row(Composite.EpsilonPlus()));
        Assert.Equal("flat", Rules(model, Composite.EpsilonPlusFlat())["c1"]);
        Assert.Equal(("alpha2-beta1", "alpha2-beta1"), (Rules(model, Composite.EpsilonAlpha2Beta1())["c1"], Rules(model, Composite.EpsilonAlpha2Beta1())["c2"]));
        var box = Rules(model, Composite.EpsilonGammaBox(tensor(-1f), tensor(1f)));
        Assert.Equal(("z-box", "generalised gamma(0.25)", "epsilon(1E-06)"), (box["c1"], box["c2"], box["l2"]));
        Assert.All(Rules(model, Composite.Uniform(Rule.Zero())).Where(pair => pair.Key is "c1" or "c2" or "l1" or "l2"), pair => Assert.Equal("LRP-0", pair.Value));

        (string, string, string, string, string, string, string) Row(Composite composite)
        {
            var rules = Rules(model, composite);
            return (rules["c1"], rules["r1"], rules["c2"], rules["p"], rules["f"], rules["l1"], rules["l2"]);
        }
    }

    [Fact]
    public void Montavons_recipe_is_that_of_VGG_16()
    {
        string[] rules = [.. new RelevancePropagation(Vgg16(), Composite.MontavonVgg(tensor(-2f), tensor(2f))).Plan.Rows
            .Where(row => row.Kind is LayerKind.Convolution or LayerKind.Linear).Select(row => row.Rule!.Name)];
        Assert.Equal(["z-box", .. Enumerable.Repeat("gamma(0.25)", 6), .. Enumerable.Repeat("epsilon(0.25 RMS(z))", 6), "LRP-0", "LRP-0", "LRP-0"], rules);
    }

    [Fact]
    public void Lines_of_ones_own_come_first()
    {
        var model = Small();
        var rules = Rules(model, Composite.EpsilonPlus().With(LayerKind.Convolution, Rule.Gamma()).With("c2", Rule.Flat()).WithLayer(^1, Rule.Zero()).WithLayer(0, Rule.WSquare()));
        Assert.Equal(("w^2", "flat", "epsilon(1E-06)", "LRP-0"), (rules["c1"], rules["c2"], rules["l1"], rules["l2"]));
    }

    [Fact]
    public void Pruning_reaches_every_layer_with_weights_but_the_first()
    {
        string[] Pruned(Pruning pruning) => [.. new RelevancePropagation(Small(), Composite.EpsilonPlus().Pruned(pruning)).Plan.Rows.Where(row => row.Shares is not null).Select(row => row.Layer)];
        Assert.Equal(["c2", "l1", "l2"], Pruned(Pruning.Lambda()));
        Assert.Equal(["c1", "c2", "l1", "l2"], Pruned(Pruning.Lambda() with { First = true }));
        Assert.Equal(["l1", "l2"], Pruned(Pruning.Lambda() with { Layers = place => place.Kind == LayerKind.Linear }));
        Assert.Equal(["l2"], Pruned(Pruning.Lambda(place => place.Index == place.Count - 1 ? new PrunedShares(0.5, 0.1) : PrunedShares.None)));
        Assert.Empty(Pruned(Pruning.Matrix(0)));
    }

    [Fact]
    public void A_schedule_by_layer_cuts_what_it_says()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var lrp = new RelevancePropagation(Small(), Composite.EpsilonPlus().Pruned(Pruning.Lambda(place => new PrunedShares(0.2 * place.Index, 0))));
        using var result = lrp.Explain(randn(2, 3, 8, 8), new RelevanceOptions());
        Assert.Equal(["l2", "l1", "c2"], result.Pruning.Select(layer => layer.Layer));
        foreach (var (layer, share) in result.Pruning.Zip(new[] { 0.6, 0.4, 0.2 }))
            foreach (var cut in layer.Samples)
            {
                Assert.InRange(cut.Positive.CutMass, 0, share * cut.Positive.Mass * (1 + 1e-5));
                Assert.Equal(0, cut.Negative.Entries);
            }
    }
}
