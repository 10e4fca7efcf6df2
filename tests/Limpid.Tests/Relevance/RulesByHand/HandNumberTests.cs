using Limpid.Relevance;
using Limpid.Relevance.RulesByHand;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.RulesByHand;

/// <summary>Every number here was worked out on paper.</summary>
public class HandNumberTests
{
    private static readonly Dictionary<string, (Rule Rule, double[] Score, double Bias, double Stabiliser)> Upper = new()
    {
        ["LRP-0"] = (Rule.Zero(), [12, 6, 3, 3, -12], 12, 0),
        ["epsilon 12"] = (Rule.Epsilon(12), [8, 4, 2, 2, -8], 8, 8),
        ["gamma 1"] = (Rule.Gamma(1, 0), [9.6, 4.8, 2.4, 2.4, -4.8], 9.6, 0),
        ["z+"] = (Rule.ZPlus(0), [8, 4, 2, 2, 0], 8, 0),
        ["alpha 2 beta 1"] = (Rule.AlphaBeta(2, 1, 0), [16, 8, 4, 4, -24], 16, 0),
    };

    private static readonly Dictionary<string, (Rule Rule, double[] Input, double Bias, double Stabiliser)> Lower = new()
    {
        ["LRP-0"] = (Rule.Zero(), [9, -8, 8], 3, 0),
        ["epsilon 2"] = (Rule.Epsilon(2), [4.5, -3.9, 3.2], 2, 6.2),
        ["gamma 1"] = (Rule.Gamma(1, 0), [7.2, -4.2, 6], 3, 0),
        ["z+"] = (Rule.ZPlus(0), [6, -2, 5], 3, 0),
        ["alpha 2 beta 1"] = (Rule.AlphaBeta(2, 1, 0), [12, -13, 10], 6, -3),
        ["z-box"] = (Rule.ZBox(tensor(0.0), tensor(4.0), 0), [6, 2.8, 3.2], 0, 0),
        ["w^2"] = (Rule.WSquare(0), [3, 0, 3], 6, 0),
        ["flat"] = (Rule.Flat(0), [4, 4, 4], 0, 0),
    };

    public static TheoryData<string> UpperRules() => [.. Upper.Keys];

    public static TheoryData<string> LowerRules() => [.. Lower.Keys];

    private static double[] Values(Tensor tensor) => tensor.flatten().data<double>().ToArray();

    private static RelevanceResult Explain(Composite composite) =>
        new RelevancePropagation(WholeNumberNet.Make(), composite).Explain(WholeNumberNet.Input(), new RelevanceOptions { Layers = true, Ledger = true });

    [Theory, MemberData(nameof(UpperRules))]
    public void Rules_at_the_score(string name)
    {
        using var scope = NewDisposeScope();
        var (rule, expected, bias, stabiliser) = Upper[name];
        using var result = Explain(Composite.Uniform(Rule.Zero()).With("score", rule));
        Close.Values([24, 16], Values(result.Scores), 0);
        Close.Values(expected, Values(result.Layers["relu"]), 1e-12);
        Close.Value(bias, result.Ledger["score"].Bias.Total[0], 1e-12);
        Close.Value(stabiliser, result.Ledger["score"].Stabiliser.Total[0], 1e-12);
    }

    [Theory, MemberData(nameof(LowerRules))]
    public void Rules_into_the_input(string name)
    {
        using var scope = NewDisposeScope();
        var (rule, expected, bias, stabiliser) = Lower[name];
        using var result = Explain(Composite.Uniform(Rule.Zero()).With("hidden", rule));
        Close.Values(expected, Values(result.Input), 1e-12);
        Close.Value(bias, result.Ledger["hidden"].Bias.Total[0], 1e-12);
        Close.Value(stabiliser, result.Ledger["hidden"].Stabiliser.Total[0], 1e-12);
    }

    [Fact]
    public void Lambda_gives_the_cut_part_to_the_kept_of_its_sign()
    {
        using var scope = NewDisposeScope();
        using var result = Explain(Composite.Uniform(Rule.Zero()).Pruned(Pruning.Lambda()));
        Close.Values([16, 8, 0, 0, -12], Values(result.Layers["relu"]), 1e-12);
        Close.Values([15, -7, 0], Values(result.Input), 1e-12);
        Assert.Equal((2, 6.0, 24.0), (result.Pruning[0].Samples[0].Positive.Entries, result.Pruning[0].Samples[0].Positive.CutMass, result.Pruning[0].Samples[0].Positive.Mass));
        Close.Value(12, result.Ledger["score"].Bias.Total[0], 1e-12);
        Close.Value(4, result.Ledger["hidden"].Bias.Total[0], 1e-12);
    }

    [Fact]
    public void M_gives_the_cut_part_to_everything_left_and_the_ledger_says_so()
    {
        using var scope = NewDisposeScope();
        using var result = Explain(Composite.Uniform(Rule.Zero()).Pruned(Pruning.Matrix()));
        Close.Values([16, 8, 0, 0, -16], Values(result.Layers["relu"]), 1e-12);
        Close.Values([12, -8, 0], Values(result.Input), 1e-12);
        Close.Value(16, result.Ledger["score"].Bias.Total[0], 1e-12);
        Close.Value(0, result.Ledger["score"].Rest[0], 1e-12);
    }

    [Fact]
    public void Messages_are_the_edges_and_add_up()
    {
        using var scope = NewDisposeScope();
        var layer = GivenLayer.Linear(new double[,] { { 1, 0, 0 }, { 1, -1, 0 } }, [1, 0]);
        var messages = Messages.Of(layer, WholeNumberNet.Input(), tensor(new double[] { 12, 6 }), Rule.Zero());
        Close.Values([9, 0, 0, 9, -3, 0], Values(messages), 1e-12);
        Assert.Throws<ArgumentException>(() => Messages.Of(layer, zeros(2, 3, dtype: float64), zeros(2, dtype: float64), Rule.Zero()));
    }

    [Fact]
    public void Given_weights_are_checked()
    {
        Assert.Contains("expected 2", Assert.Throws<ArgumentException>(() => GivenLayer.Linear(new double[2, 1], [1])).Message, StringComparison.Ordinal);
        Assert.Contains("finite", Assert.Throws<ArgumentException>(() => GivenLayer.Linear(new[,] { { double.NaN } })).Message, StringComparison.Ordinal);
        Assert.Contains("0 by 3", Assert.Throws<ArgumentException>(() => GivenLayer.Linear(new double[0, 3])).Message, StringComparison.Ordinal);
    }
}
