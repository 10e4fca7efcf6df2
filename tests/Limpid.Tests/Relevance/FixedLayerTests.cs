using Limpid.Relevance;
using Limpid.Relevance.Networks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Relevance;

/// <summary>Rules of layers without weights, by hand.</summary>
public class FixedLayerTests
{
    private static double[] Through(Module<Tensor, Tensor> layer, Composite composite, Tensor x, params double[] relevance)
    {
        using var result = new RelevancePropagation(Sequential(layer, Flatten()), composite).ExplainFrom(x, _ => tensor(relevance).view(1, -1));
        return result.Input.flatten().data<double>().ToArray();
    }

    private static Tensor Row(params double[] values) => tensor(values).view(1, 1, -1);

    [Fact]
    public void Flat_gives_every_seen_input_the_same_part()
    {
        using var scope = NewDisposeScope();
        // At the border a kernel of three sees two inputs: outputs give 1.5, 1, 2 and 2 to each that they see.
        Close.Values([1.5 + 1, 1.5 + 1 + 2, 1 + 2 + 2, 2 + 2],
            Through(Conv1d(1, 1, 3L, padding: 1, dtype: float64), Composite.Uniform(Rule.Flat(0)), Row(7, -1, 0, 2), 3, 3, 6, 4), 1e-12);
    }

    [Fact]
    public void Average_pooling_shares_by_value_and_max_pooling_follows_the_winner()
    {
        using var scope = NewDisposeScope();
        var x = Row(1, 3, 2, 2, 0, 0);
        Close.Values([2, 6, 5, 5, 0, 0], Through(AvgPool1d(2), Composite.EpsilonPlus().With(LayerKind.AveragePool, Rule.Norm(0)), x, 8, 10, 5), 1e-12);
        Close.Values([0, 8, 10, 0, 5, 0], Through(MaxPool1d(2), Composite.EpsilonPlus(), x, 8, 10, 5), 1e-12);
        Close.Values([2, 6, 5, 5, 0, 0], Through(MaxPool1d(2), Composite.EpsilonPlus().With(LayerKind.MaxPool, Rule.ProportionalPool(0)), x, 8, 10, 5), 1e-12);
    }

    [Fact]
    public void Upsampling_gathers_what_it_spread()
    {
        using var scope = NewDisposeScope();
        Close.Values([4 + 2, 0, 10 + 1], Through(Upsample(scale_factor: [2]), Composite.EpsilonPlus(), Row(2, 0, 5), 4, 2, 3, 1, 10, 1), 1e-5);
        // Linear between 1 and 3 at three places: 1, (1 + 3) / 2, 3.
        Close.Values([4 + 2 * 0.25, 5 + 2 * 0.75], Through(Upsample(size: [3], mode: UpsampleMode.Linear, align_corners: true), Composite.EpsilonPlus(), Row(1, 3), 4, 2, 5), 1e-5);
        using var cubic = Upsample(scale_factor: [2, 2], mode: UpsampleMode.Bicubic);
        Assert.Contains("Upsample", Assert.Throws<UnsupportedLayerException>(() => Network.Of(cubic)).Message);
    }

    [Fact]
    public void Windows_that_overlap_add_up()
    {
        using var scope = NewDisposeScope();
        Close.Values([1, 3 + 6, 4], Through(MaxPool1d(2, 1), Composite.EpsilonPlus().With(LayerKind.MaxPool, Rule.ProportionalPool(0)), Row(1, 3, 2), 4, 10), 1e-12);
    }

    [Theory]
    [InlineData(SumSplit.Proportional, -10, 20)]
    [InlineData(SumSplit.Magnitude, 10 / 3.0, 20 / 3.0)]
    [InlineData(SumSplit.Equal, 5, 5)]
    public void A_sum_splits_as_stated(SumSplit split, double left, double right)
    {
        using var scope = NewDisposeScope();
        var builder = new NetworkBuilder();
        var negative = builder.Add("minus", new LinearLayer(tensor(new[,] { { -1.0 } })), NetworkBuilder.Input);
        var twice = builder.Add("twice", new LinearLayer(tensor(new[,] { { 2.0 } })), NetworkBuilder.Input);
        var network = builder.Build(builder.Add("sum", new SumOperation(), negative, twice));
        using var result = new RelevancePropagation(network, Composite.Uniform(Rule.Zero()).With(LayerKind.Sum, Rule.Split(split, 0)))
            .ExplainFrom(tensor(new[,] { { 1.0 } }), scores => full_like(scores, 10), new RelevanceOptions { Layers = true });
        Close.Value(left, result.Layers["minus"].ToDouble(), 1e-12);
        Close.Value(right, result.Layers["twice"].ToDouble(), 1e-12);
    }

    [Fact]
    public void A_rule_for_another_kind_of_layer_is_refused_by_the_plan()
    {
        var plan = new RelevancePropagation(Sequential(("pool", MaxPool1d(2)), ("flat", Flatten())), Composite.EpsilonPlus().With("pool", Rule.ZPlus())).Plan;
        Assert.Contains("z+ is for layers that are linear", plan.Problems.Single(), StringComparison.Ordinal);
    }
}
