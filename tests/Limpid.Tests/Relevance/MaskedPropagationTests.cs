using Limpid.Relevance;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Relevance;

[Collection(ProcessCollection.Name)]
public class MaskedPropagationTests
{
    public static TheoryData<string, bool> Cases() => new() { { "epsilon", true }, { "epsilon", false }, { "z+", true }, { "alpha2-beta1", true }, { "gamma", false }, { "w^2", true } };

    private static ShareRule Named(string name) => name switch
    {
        "epsilon" => Rule.Epsilon(1e-3), "z+" => Rule.ZPlus(), "alpha2-beta1" => Rule.AlphaBeta(), "gamma" => Rule.Gamma(), _ => Rule.WSquare(),
    };

    /// <summary>1.5 by loops on the second layer of a net: plain relevance, cut set, the rule again with the cut inputs left out.</summary>
    [Theory, MemberData(nameof(Cases))]
    public void PLRP_M_applies_the_rule_to_the_kept_inputs(string name, bool bias)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var layer = Linear(12, 6, bias, dtype: float64);
        var model = Sequential(Linear(4, 12, dtype: float64), ReLU(), layer);
        var x = randn([2, 4], float64);
        var start = randn([2, 6], float64);
        var rule = Named(name);
        var lrp = new RelevancePropagation(model, Composite.Uniform(rule).Pruned(Pruning.Matrix(0.4, 0.3)));
        using var result = lrp.ExplainFrom(x, _ => start.alias(), new RelevanceOptions { Layers = true });
        var hidden = model[0..2].call(x);
        SlowRules.Formula slow = name switch
        {
            "epsilon" => SlowRules.Epsilon(1e-3), "z+" => SlowRules.ZPlus, "alpha2-beta1" => SlowRules.AlphaBeta(2, 1), "gamma" => SlowRules.Gamma(0.25), _ => SlowRules.WSquare,
        };
        var matrix = new LayerMatrix(layer, [12]);
        for (var i = 0; i < 2; i++)
        {
            var plain = tensor(SlowRules.Run(slow, hidden[i], matrix, start[i])).view(1, -1);
            MassCut.Apply(plain, new PrunedShares(0.4, 0.3), null);
            var kept = plain.ne(0).flatten();
            var rows = kept.nonzero().flatten();
            // Leaving the cut inputs' rows out of the matrix is what masking means for every rule, also for w^2.
            var left = SlowRules.Run(slow, hidden[i].index_select(0, rows), matrix.Rows(rows), start[i]);
            var expected = zeros(12, dtype: float64).index_copy_(0, rows, tensor(left));
            Close.Values(expected.data<double>().ToArray(), result.Layers["1"][i].data<double>().ToArray(), 1e-9 * (1 + expected.abs().max().ToDouble()));
        }
        Assert.All(result.Pruning, pruned => Assert.Equal(0, pruned.Fallbacks));
    }

    [Fact]
    public void An_output_that_loses_all_contributors_falls_back_to_its_unmasked_shares()
    {
        using var scope = NewDisposeScope();
        var first = Linear(3, 3, false, dtype: float64);
        var second = Linear(3, 2, false, dtype: float64);
        using (no_grad())
        {
            first.weight!.copy_(eye(3, 3, float64));
            // Output 1 sees input 2 only, whose relevance is the smallest and is cut.
            second.weight!.copy_(tensor(new double[,] { { 5, 4, 0 }, { 0, 0, 1 } }));
        }
        var model = Sequential(first, ReLU(), second);
        var x = tensor(new double[,] { { 1, 1, 1 } });
        using var result = new RelevancePropagation(model, Composite.Uniform(Rule.Zero()).Pruned(Pruning.Matrix(0.2))).ExplainFrom(x, scores => scores.clone(), new RelevanceOptions { Layers = true });
        Close.Values([5, 4, 1], result.Layers["1"].data<double>().ToArray(), 1e-12);
        Assert.Equal(1, result.Pruning.Single().Fallbacks);
    }

    [Fact]
    public void Without_bias_each_outputs_relevance_reaches_the_kept_inputs()
    {
        using var scope = NewDisposeScope();
        manual_seed(8);
        var model = Sequential(Conv2d(2, 4, 3L, padding: 1, bias: false, dtype: float64), ReLU(), Conv2d(4, 4, 3L, bias: false, dtype: float64), ReLU(), Flatten(), Linear(64, 3, false, dtype: float64));
        var lrp = new RelevancePropagation(model, Composite.Uniform(Rule.Gamma(0.25, 1e-14)).Pruned(Pruning.Matrix(0.5)));
        using var result = lrp.Explain(randn([3, 2, 6, 6], float64), new RelevanceOptions { Ledger = true });
        Assert.Equal(2, result.Pruning.Count);
        Close.Values(result.Ledger[0].In.Total, result.Ledger[^2].Out.Total, 1e-9);
    }
}
