using Limpid.Relevance;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Relevance;

[Collection(ProcessCollection.Name)]
public class RuleTests
{
    private static readonly Dictionary<string, (Rule Rule, SlowRules.Formula Slow)> Rules = new()
    {
        ["zero"] = (Rule.Zero(), SlowRules.Epsilon(0)),
        ["epsilon"] = (Rule.Epsilon(0.1), SlowRules.Epsilon(0.1)),
        ["gamma"] = (Rule.Gamma(0.5), SlowRules.Gamma(0.5)),
        ["generalised gamma"] = (Rule.GeneralisedGamma(0.5), SlowRules.GeneralisedGamma(0.5)),
        ["z+"] = (Rule.ZPlus(), SlowRules.ZPlus),
        ["alpha1-beta0"] = (Rule.AlphaBeta(1, 0), SlowRules.ZPlus),
        ["alpha2-beta1"] = (Rule.AlphaBeta(), SlowRules.AlphaBeta(2, 1)),
        ["z-box"] = (Rule.ZBox(-3, 4), SlowRules.ZBox(-3, 4)),
        ["w^2"] = (Rule.WSquare(), SlowRules.WSquare),
    };

    private static readonly Dictionary<string, (Func<bool, Module<Tensor, Tensor>> Make, long[] Sample)> Layers = new()
    {
        ["Linear"] = (bias => Linear(7, 5, bias, dtype: float64), [7]),
        ["Conv1d"] = (bias => Conv1d(3, 4, 3L, stride: 2, padding: 1, bias: bias, dtype: float64), [3, 9]),
        ["Conv1d grouped"] = (bias => Conv1d(4, 6, 2L, dilation: 2, groups: 2, bias: bias, dtype: float64), [4, 8]),
        ["Conv2d"] = (bias => Conv2d(2, 3, 3L, padding: 1, bias: bias, dtype: float64), [2, 5, 4]),
        ["Conv2d strided"] = (bias => Conv2d(3, 2, (2L, 3L), stride: (2L, 1L), bias: bias, dtype: float64), [3, 4, 5]),
        ["ConvTranspose1d"] = (bias => ConvTranspose1d(3, 2, 3L, stride: 2, bias: bias, dtype: float64), [3, 4]),
        ["ConvTranspose2d"] = (bias => ConvTranspose2d(2, 3, 2L, stride: 2, bias: bias, dtype: float64), [2, 3, 3]),
    };

    public static TheoryData<string, string, bool, bool, int> Cases()
    {
        var data = new TheoryData<string, string, bool, bool, int>();
        foreach (var rule in Rules.Keys)
            foreach (var layer in Layers.Keys)
                foreach (var bias in new[] { true, false })
                    foreach (var afterRelu in new[] { true, false })
                        data.Add(rule, layer, bias, afterRelu, 3 + rule.Length);
        return data;
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_rule_is_its_formula(string rule, string layer, bool bias, bool afterRelu, int seed)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        var module = Layers[layer].Make(bias);
        var x = randn([3, .. Layers[layer].Sample], float64);
        var model = afterRelu ? Sequential(ReLU(), module, Flatten()) : Sequential(module, Flatten());
        using var scores = model.call(x);
        var start = randn_like(scores);
        foreach (var policy in Enum.GetValues<BiasPolicy>())
        {
            var fast = (ShareRule)Rules[rule].Rule with { Bias = policy };
            using var result = new RelevancePropagation(model, Composite.Uniform(fast)).ExplainFrom(x, _ => start.alias());
            var matrix = new LayerMatrix(module, Layers[layer].Sample);
            // The true output keeps its bias under both policies, which the generalised rule looks at.
            if (policy == BiasPolicy.Ignore && bias && rule == "generalised gamma") continue;
            for (var i = 0; i < 3; i++)
            {
                var input = afterRelu ? x[i].relu() : x[i];
                var slow = SlowRules.Run(Rules[rule].Slow, input, matrix, start[i], policy == BiasPolicy.Absorb);
                Close.Values(slow, result.Input[i].reshape(-1).data<double>().ToArray(), 1e-9 * (1 + slow.Max(Math.Abs)));
            }
        }
    }
}
