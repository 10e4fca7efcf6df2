using Limpid.Relevance.Attributions;
using TorchSharp;
using Xunit;
using static Limpid.Tests.Relevance.Attributions.SmallModels;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Attributions;

[Collection(ProcessCollection.Name)]
public class IntegratedGradientsTests
{
    [Fact]
    public void One_step_is_gradient_times_input()
    {
        using var scope = NewDisposeScope();
        var model = Convolutional(1);
        var x = randn([3, 2, 6, 6], float64);
        Assert.True(Furthest(Attribution.GradientTimesInput(model, x), Attribution.IntegratedGradients(model, x, steps: 1)) < 1e-15);
    }

    [Fact]
    public void Of_a_linear_model_it_is_weight_times_way_with_any_steps()
    {
        using var scope = NewDisposeScope();
        var (model, weight) = SmallModels.Linear(4, 3, 2);
        var (x, from) = (randn([5, 4], float64), randn([4], float64));
        foreach (var rule in Enum.GetValues<RiemannRule>())
        {
            var map = Attribution.IntegratedGradients(model, x, out var gap, 1, steps: 3, baseline: from, rule: rule);
            Assert.True(Furthest(weight[1] * (x - from), map) < 1e-14);
            Assert.True(gap.abs().max().ToDouble() < 1e-13);
        }
    }

    // f = x^3 from 1 to 3 in two steps of length 1, f' = 3 x^2: 12 + 27 at 2 and 3, 6.75 + 18.75 at 1.5 and 2.5, 3 + 12 at 1 and 2. f(3) - f(1) = 26.
    [Theory]
    [InlineData(RiemannRule.Right, 39)]
    [InlineData(RiemannRule.Middle, 25.5)]
    [InlineData(RiemannRule.Left, 15)]
    public void The_gradient_is_taken_where_the_rule_says(RiemannRule rule, double expected)
    {
        using var scope = NewDisposeScope();
        using var model = new Formula(x => x.pow(3).sum(1L));
        var map = Attribution.IntegratedGradients(model, tensor(new double[,] { { 3 } }), out var gap, 0, 2, ones([1], float64), rule);
        Close.Value(expected, map[0, 0].ToDouble(), 1e-12);
        Close.Value(expected - 26, gap[0].ToDouble(), 1e-12);
    }

    [Fact]
    public void With_many_steps_it_is_complete_on_a_piecewise_linear_net()
    {
        using var scope = NewDisposeScope();
        var model = Convolutional(3);
        model.eval();
        var (x, from) = (randn([4, 2, 6, 6], float64), randn([4, 2, 6, 6], float64));
        var few = Gap(model, x, from, 10);
        var many = Gap(model, x, from, 2000);
        Assert.True(many < 2e-3, FormattableString.Invariant($"{many}"));
        Assert.True(many < few / 10);
    }

    private static double Gap(nn.Module<Tensor, Tensor> model, Tensor x, Tensor from, int steps)
    {
        var map = Attribution.IntegratedGradients(model, x, out var gap, 0, steps, from, batchSize: 256);
        var gained = (model.call(x) - model.call(from))[.., 0];
        Close.Values(gap.Values(), (map.flatten(1).sum(1L) - gained).Values(), 1e-12);
        return gap.abs().max().ToDouble();
    }

    [Fact]
    public void It_is_the_loop_over_steps()
    {
        using var scope = NewDisposeScope();
        var model = Mlp(4, 4);
        var (x, from) = (randn([3, 4], float64), randn([3, 4], float64));
        var targets = model.call(x).argmax(1);
        var expected = zeros_like(x);
        for (var k = 1; k <= 7; k++) expected += Attribution.Gradient(model, from + (x - from) * (k / 7.0), targets) / 7;
        foreach (var batchSize in new[] { 1, 2, 5, 64 })
            Assert.True(Furthest((x - from) * expected, Attribution.IntegratedGradients(model, x, steps: 7, baseline: from, batchSize: batchSize)) < 1e-14);
    }

    [Fact]
    public void No_more_than_a_batch_goes_through_at_once()
    {
        using var scope = NewDisposeScope();
        using var model = new Formula(x => x.square().sum(1L));
        var x = randn([5, 2], float64);
        Attribution.IntegratedGradients(model, x, steps: 9, batchSize: 7);
        Attribution.SmoothGrad(model, x, draws: 9, batchSize: 7);
        Attribution.Occlusion(model, x, window: [1], batchSize: 7);
        Attribution.SampledShapley(model, x, batchSize: 7);
        Attribution.ExactShapley(model, x, batchSize: 7);
        Assert.All(model.Points, point => Assert.True(point.size(0) <= 7));
        Assert.Contains(model.Points, point => point.size(0) > 1);
    }

    [Fact]
    public void Bad_settings_are_refused()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Mlp(4, 5), randn([2, 4], float64));
        Assert.Throws<ArgumentOutOfRangeException>(() => Attribution.IntegratedGradients(model, x, steps: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Attribution.IntegratedGradients(model, x, rule: (RiemannRule)9));
        Assert.Contains("[3]", Assert.Throws<ArgumentException>(() => Attribution.IntegratedGradients(model, x, baseline: zeros([3], float64))).Message, StringComparison.Ordinal);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => Attribution.IntegratedGradients(model, x, baseline: tensor(double.NaN))).Message, StringComparison.Ordinal);
    }
}
