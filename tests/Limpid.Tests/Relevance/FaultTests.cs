using Limpid.Relevance;
using Limpid.Relevance.Networks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Relevance;

/// <summary>What goes wrong elsewhere: dead units, NaN, wrong targets and types, unknown layers, and what is left on the model after a failure.</summary>
[Collection(ProcessCollection.Name)]
public class FaultTests
{
    private static Module<Tensor, Tensor> Net() => Sequential(("conv", Conv2d(1, 2, 3L)), ("relu", ReLU()), ("flatten", Flatten()), ("head", Linear(8, 3)));

    private static RelevancePropagation Lrp(Module<Tensor, Tensor> model) => new(model, Composite.EpsilonPlus());

    [Fact]
    public void Dead_units_absorb_their_relevance_and_the_ledger_says_so()
    {
        using var scope = NewDisposeScope();
        var model = Sequential(Linear(3, 2, false, dtype: float64));
        using (no_grad()) init.zeros_(((TorchSharp.Modules.Linear)model[0]).weight!);
        foreach (var rule in new[] { Rule.Zero(), Rule.Epsilon(), Rule.ZPlus(), Rule.GeneralisedGamma() })
        {
            using var result = new RelevancePropagation(model, Composite.Uniform(rule)).ExplainFrom(ones([1, 3], float64), scores => ones_like(scores), new RelevanceOptions { Ledger = true });
            Assert.Equal([0, 0, 0], result.Input.data<double>().ToArray());
            Close.Value(2, result.Ledger.Single().Stabiliser.Total[0], 1e-12);
        }
    }

    [Fact]
    public void A_weight_that_is_not_a_number_is_named()
    {
        using var scope = NewDisposeScope();
        var model = Net();
        using (no_grad()) init.constant_(((TorchSharp.Modules.Conv2d)model.named_children().First().module).bias!, double.NaN);
        var error = Assert.Throws<NonFiniteActivationException>(() => Lrp(model).Explain(randn(2, 1, 4, 4)));
        Assert.Equal("conv", error.Layer);
    }

    [Fact]
    public void An_input_that_is_not_finite_is_refused_by_sample()
    {
        using var scope = NewDisposeScope();
        var x = randn(3, 1, 4, 4);
        x[1, 0, 2, 2] = float.NaN;
        Assert.Contains("Sample 1", Assert.Throws<ArgumentException>(() => Lrp(Net()).Explain(x)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_target_out_of_range_is_refused(long target)
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Lrp(Net()).Explain(randn(2, 1, 4, 4), target));
        Assert.Contains("expected 0 to 2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Lrp(Net()).Explain(randn(2, 1, 4, 4), tensor([0L, target])));
        Assert.Throws<ArgumentException>(() => Lrp(Net()).Explain(randn(2, 1, 4, 4), tensor([0L])));
    }

    [Fact]
    public void Types_that_differ_are_named()
    {
        using var scope = NewDisposeScope();
        var message = Assert.Throws<ArgumentException>(() => Lrp(Net()).Explain(randn([2, 1, 4, 4], float64))).Message;
        Assert.Contains("input is Float64", message, StringComparison.Ordinal);
        Assert.Contains("model Float32", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plan_names_an_unsupported_layer_and_its_remedies()
    {
        var builder = new NetworkBuilder();
        var odd = builder.Add("odd", new MappedOperation(LayerKind.Unknown, x => x.exp(), true), NetworkBuilder.Input);
        var network = builder.Build(odd);
        var refused = new RelevancePropagation(network, Composite.EpsilonPlus());
        Assert.Contains("odd", refused.Plan.Problems.Single(), StringComparison.Ordinal);
        using var x = randn(2, 3);
        var error = Assert.Throws<UnsupportedLayerException>(() => refused.Explain(x));
        Assert.Equal("odd", error.Layer);
        Assert.Contains("UnsupportedLayers.Gradient", error.Message, StringComparison.Ordinal);
        var allowed = new RelevancePropagation(network, Composite.EpsilonPlus(), UnsupportedLayers.Gradient);
        Assert.Empty(allowed.Plan.Problems);
        using var result = allowed.Explain(x, 1);
        Assert.Equal([2, 3], result.Input.shape);
    }

    [Fact]
    public void A_model_that_ends_in_softmax_and_a_rule_for_no_layer_are_problems()
    {
        var ending = new RelevancePropagation(Sequential(Linear(3, 2), Softmax(1)), Composite.EpsilonPlus());
        Assert.Contains("before soft-max", ending.Plan.Problems.Single(), StringComparison.Ordinal);
        var nobody = new RelevancePropagation(Sequential(("head", Linear(3, 2))), Composite.EpsilonPlus().With("haed", Rule.Zero()));
        Assert.Contains("'haed'", nobody.Plan.Problems.Single(), StringComparison.Ordinal);
        Assert.Contains("head", nobody.Plan.Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_used_twice_is_two_layers()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var shared = Linear(4, 4, false, dtype: float64);
        var model = Sequential(("a", shared), ("b", shared));
        var x = randn([2, 4], float64);
        using var result = new RelevancePropagation(model, Composite.Uniform(Rule.Zero())).Explain(x, 0);
        Close.Values(result.Scores[.., 0].data<double>().ToArray(), result.Input.sum(1L).data<double>().ToArray(), 1e-9);
    }

    [Fact]
    public void Layers_that_work_in_place_give_the_same_relevance()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        var (first, last) = (Linear(5, 6), Linear(6, 3));
        Tensor Relevance(bool inplace) => new RelevancePropagation(Sequential(first, LeakyReLU(0.1, inplace), ELU(1, inplace), SiLU(inplace), ReLU(inplace), last), Composite.Uniform(Rule.Zero()))
            .Explain(ones(2, 5), 1).Input;
        Assert.True(Relevance(true).equal(Relevance(false)).all().ToBoolean());
    }

    /// <summary>Captum's three modes: a normal call, a wrong target, a failing module.</summary>
    [Theory]
    [InlineData("normal")]
    [InlineData("wrong target")]
    [InlineData("failing")]
    public void Nothing_of_the_users_is_changed(string mode)
    {
        using var scope = NewDisposeScope();
        var model = Net();
        model.train();
        var before = model.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.clone());
        var x = randn(2, 1, mode == "failing" ? 9 : 4, 4);
        var copy = x.clone();
        try
        {
            Lrp(model).Explain(x, mode == "wrong target" ? 7 : 1, new RelevanceOptions { Layers = true, Ledger = true }).Dispose();
            Assert.Equal("normal", mode);
        }
        catch (ArgumentOutOfRangeException) when (mode == "wrong target") { }
        catch (System.Runtime.InteropServices.ExternalException) when (mode == "failing") { }
        foreach (var (name, value) in model.state_dict()) Assert.True(value.equal(before[name]).all().ToBoolean(), name);
        Assert.All(model.parameters(), parameter => Assert.True(parameter.requires_grad));
        Assert.All(model.parameters(), parameter => Assert.True(parameter.grad is null));
        Assert.True(model.training);
        Assert.False(x.requires_grad);
        Assert.True(x.equal(copy).all().ToBoolean());
        Assert.True(is_grad_enabled());
    }
}
