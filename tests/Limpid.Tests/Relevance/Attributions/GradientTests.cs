using Limpid.Relevance.Attributions;
using Limpid.Relevance.Networks;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static Limpid.Tests.Relevance.Attributions.SmallModels;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Attributions;

[Collection(ProcessCollection.Name)]
public class GradientTests
{
    [Fact]
    public void Of_a_linear_model_it_is_the_weight_of_the_class()
    {
        using var scope = NewDisposeScope();
        var (model, weight) = SmallModels.Linear(4, 3, 1);
        var x = randn([5, 4], float64);
        var targets = tensor([2L, 0, 1, 1, 2]);
        Assert.Equal(0, Furthest(Attribution.Gradient(model, x, targets), weight.index_select(0, targets)));
        Assert.Equal(0, Furthest(Attribution.GradientTimesInput(model, x, targets), weight.index_select(0, targets) * x));
        Assert.Equal(0, Furthest(Attribution.Gradient(model, x, 1), weight[1].expand(5, 4)));
    }

    [Fact]
    public void Without_a_target_it_is_that_of_the_largest_score()
    {
        using var scope = NewDisposeScope();
        var model = Mlp(4, 2);
        var x = randn([6, 4], float64);
        var largest = model.call(x).argmax(1);
        Assert.Equal(0, Furthest(Attribution.Gradient(model, x, largest), Attribution.Gradient(model, x)));
        Assert.Equal(0, Furthest(Attribution.Gradient(model, x, largest), Attribution.Gradient(model, x, ClassTarget.Largest)));
    }

    [Fact]
    public void It_is_what_differences_say()
    {
        using var scope = NewDisposeScope();
        var model = Convolutional(3);
        model.eval();
        var x = randn([1, 2, 6, 6], float64);
        var gradient = Attribution.Gradient(model, x, 2).flatten();
        const double Step = 1e-6;
        for (var i = 0; i < 72; i += 5)
        {
            var move = zeros([72], float64);
            move[i] = tensor(Step);
            var rise = model.call(x + move.view(x.shape)) - model.call(x - move.view(x.shape));
            Close.Value(rise[0, 2].ToDouble() / (2 * Step), gradient[i].ToDouble(), 1e-7);
        }
    }

    [Fact]
    public void A_network_gives_what_its_module_gives()
    {
        using var scope = NewDisposeScope();
        var model = Convolutional(4);
        var network = Network.Of(model);
        var x = randn([3, 2, 6, 6], float64);
        Assert.True(Furthest(Attribution.Gradient(model, x), Attribution.Gradient(network, x)) < 1e-14);
        Assert.True(Furthest(Attribution.IntegratedGradients(model, x), Attribution.IntegratedGradients(network, x)) < 1e-14);
        Assert.True(Furthest(Attribution.Occlusion(model, x, window: [2]), Attribution.Occlusion(network, x, window: [2])) < 1e-14);
    }

    [Fact]
    public void Without_bias_gradient_times_input_sums_to_the_score()
    {
        using var scope = NewDisposeScope();
        var model = Mlp(5, 5, bias: false);
        var x = randn([4, 5], float64);
        Close.Values(model.call(x)[.., 1].Values(), Attribution.GradientTimesInput(model, x, 1).sum(1L).Values(), 1e-12);
    }

    [Fact]
    public void An_input_without_influence_has_gradient_0()
    {
        using var scope = NewDisposeScope();
        // The scores have a graph, through the bias, but not to the input.
        var bias = zeros([2], float64).requires_grad_(true);
        using var model = new Formula(x => bias.sum().expand(x.size(0)));
        Assert.Equal(new double[6], Attribution.Gradient(model, randn([2, 3], float64), 0).Values());
    }

    [Fact]
    public void One_draw_of_smooth_gradient_is_the_gradient()
    {
        using var scope = NewDisposeScope();
        var model = Convolutional(6);
        var x = randn([3, 2, 6, 6], float64);
        Assert.Equal(0, Furthest(Attribution.Gradient(model, x), Attribution.SmoothGrad(model, x, draws: 1)));
        Assert.True(Furthest(Attribution.Gradient(model, x), Attribution.SmoothGrad(model, x, draws: 5, level: 0)) < 1e-14);
    }

    [Fact]
    public void Smooth_gradient_is_the_mean_over_the_points_that_the_model_saw()
    {
        using var scope = NewDisposeScope();
        using var model = new Formula(x => x.pow(3).sum(1L));
        var x = tensor(new double[,] { { 1, -3, 2 }, { 0, 10, 4 } });
        var map = Attribution.SmoothGrad(model, x, 0, draws: 400, level: 0.2, seed: new Seed(5), batchSize: 8);
        // The first call finds the scores at x; then come the draws, four of both samples at a time.
        var points = stack([.. model.Points.Skip(1).Select(call => call.view(-1, 2, 3))], 0).flatten(0, 1);
        Assert.Equal(400, points.size(0));
        Assert.True(Furthest(points.square().mul(3).mean([0]), map) < 1e-10);
        Assert.Equal(0, Furthest(points[-1], x));
        var noise = (points - x).narrow(0, 0, 399);
        // Ranges 5 and 10, hence sigma 1 and 2; the standard error of the mean of 1197 squares is 4 %.
        var variance = noise.square().mean([0, 2]).Values();
        Close.Value(1, variance[0], 0.2);
        Close.Value(4, variance[1], 0.8);
        Assert.True(noise.mean([0, 2]).abs().max().ToDouble() < 0.25);
    }

    [Fact]
    public void Smooth_gradient_depends_on_the_seed_alone()
    {
        using var scope = NewDisposeScope();
        var model = Mlp(4, 7);
        var x = randn([5, 4], float64);
        var map = Attribution.SmoothGrad(model, x, seed: new Seed(1));
        manual_seed(99);
        Assert.Equal(0, Furthest(map, Attribution.SmoothGrad(model, x, seed: new Seed(1))));
        Assert.True(Furthest(map, Attribution.SmoothGrad(model, x, seed: new Seed(1), batchSize: 3)) < 1e-14);
        Assert.NotEqual(0, Furthest(map, Attribution.SmoothGrad(model, x, seed: new Seed(2))));
    }
}
