using Limpid.Evaluation;
using Limpid.Relevance.Attributions;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static Limpid.Tests.Relevance.Attributions.SmallModels;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Attributions;

[Collection(ProcessCollection.Name)]
public class ShapleyTests
{
    [Fact]
    public void Of_a_linear_model_it_is_weight_times_difference()
    {
        using var scope = NewDisposeScope();
        var (model, weight) = SmallModels.Linear(5, 3, 1);
        var (x, from) = (randn([4, 5], float64), randn([4, 5], float64));
        Assert.True(Furthest(weight[2] * (x - from), Attribution.ExactShapley(model, x, 2, baseline: from)) < 1e-13);
        Assert.True(Furthest(weight[2] * (x - from), Attribution.SampledShapley(model, x, 2, pairs: 1, baseline: from)) < 1e-13);
    }

    [Fact]
    public void A_product_is_shared_equally_and_who_adds_nothing_gets_nothing()
    {
        using var scope = NewDisposeScope();
        using var model = new Formula(x => x[.., 0] * x[.., 1] * x[.., 2] + 2 * x[.., 3]);
        var x = tensor(new double[,] { { 2, 3, 5, 7, 11 } });
        Close.Values([10, 10, 10, 14, 0], Attribution.ExactShapley(model, x, 0).Values(), 1e-12);
        // With two factors an order and its reverse are already exact.
        using var pair = new Formula(x => x[.., 0] * x[.., 1]);
        Close.Values([3, 3, 0], Attribution.SampledShapley(pair, tensor(new double[,] { { 2, 3, 4 } }), 0, pairs: 1).Values(), 1e-12);
    }

    [Fact]
    public void All_subsets_give_the_mean_over_all_orders()
    {
        using var scope = NewDisposeScope();
        var model = Mlp(5, 2);
        var (x, from) = (randn([3, 5], float64), randn([3, 5], float64));
        var expected = zeros_like(x);
        var orders = Orders([0, 1, 2, 3, 4]).ToArray();
        Assert.Equal(120, orders.Length);
        foreach (var order in orders)
        {
            var now = from.clone();
            foreach (var i in order)
            {
                var before = model.call(now)[.., 1].detach();
                now[.., i] = x[.., i];
                expected[.., i] = expected[.., i] + (model.call(now)[.., 1].detach() - before) / 120;
            }
        }
        foreach (var batchSize in new[] { 1, 2, 64 })
            Assert.True(Furthest(expected, Attribution.ExactShapley(model, x, 1, baseline: from, batchSize: batchSize)) < 1e-13);
    }

    private static IEnumerable<int[]> Orders(int[] items) =>
        items.Length == 0 ? [[]] : items.SelectMany(first => Orders([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));

    [Fact]
    public void Samples_come_closer_to_the_exact_values()
    {
        using var scope = NewDisposeScope();
        var model = Mlp(6, 3);
        var x = randn([4, 6], float64) * 2;
        var exact = Attribution.ExactShapley(model, x);
        double Error(int pairs) => (Attribution.SampledShapley(model, x, pairs: pairs, batchSize: 512) - exact).square().mean().sqrt().ToDouble();
        // The error falls as 1 / sqrt(pairs): 20 times from 1 to 400.
        var (few, many) = (Error(1), Error(400));
        Assert.True(few > 0);
        Assert.True(many < few / 6, FormattableString.Invariant($"{few} {many}"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_values_sum_to_what_the_score_gained(int pairs)
    {
        using var scope = NewDisposeScope();
        var model = Convolutional(4);
        model.eval();
        var (x, from) = (randn([3, 2, 6, 6], float64), randn([3, 2, 6, 6], float64));
        var groups = FlippingUnit.Patch(3).Map(x);
        Assert.Equal([2, 6, 6], groups.shape);
        var gained = (model.call(x) - model.call(from))[.., 1].Values();
        Close.Values(gained, Attribution.SampledShapley(model, x, 1, pairs, groups, from).flatten(1).sum(1L).Values(), 1e-12);
        Close.Values(gained, Attribution.ExactShapley(model, x, 1, groups, from).flatten(1).sum(1L).Values(), 1e-12);
    }

    [Fact]
    public void Groups_share_their_value_equally()
    {
        using var scope = NewDisposeScope();
        using var model = new Formula(x => x[.., 0] * x[.., 2] + x[.., 1] + 10 * x[.., 3]);
        var x = tensor(new double[,] { { 2, 4, 3, 1 } });
        // Entries 0 and 2 join in one group worth 6; entry 1 is worth 4, entry 3 is worth 10.
        var groups = tensor(new[] { 1L, 0, 1, 2 });
        Close.Values([3, 4, 3, 10], Attribution.ExactShapley(model, x, 0, groups).Values(), 1e-12);
        Close.Values([3, 4, 3, 10], Attribution.SampledShapley(model, x, 0, groups: groups).Values(), 1e-12);
        Close.Values([5, 5, 5, 5], Attribution.ExactShapley(model, x, 0, zeros([4], int64)).Values(), 1e-12);
        Close.Values([5, 5, 5, 5], Attribution.SampledShapley(model, x, 0, groups: zeros([1], int64)).Values(), 1e-12);
    }

    [Fact]
    public void Samples_depend_on_the_seed_alone()
    {
        using var scope = NewDisposeScope();
        var model = Mlp(5, 6);
        var x = randn([5, 5], float64);
        var map = Attribution.SampledShapley(model, x, pairs: 2, seed: new Seed(4));
        manual_seed(77);
        Assert.True(Furthest(map, Attribution.SampledShapley(model, x, pairs: 2, seed: new Seed(4), batchSize: 2)) < 1e-13);
        Assert.True(Furthest(map, Attribution.SampledShapley(model, x, pairs: 2, seed: new Seed(5))) > 1e-6);
    }

    [Fact]
    public void Bad_groups_are_refused()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Mlp(20, 7), randn([2, 20], float64));
        string Message(Tensor? groups) => Assert.Throws<ArgumentException>(() => Attribution.ExactShapley(model, x, groups: groups)).Message;
        Assert.Contains("SampledShapley", Message(null), StringComparison.Ordinal);
        Assert.Contains("[3]", Message(zeros([3], int64)), StringComparison.Ordinal);
        Assert.Contains("integers", Message(zeros([20], float64)), StringComparison.Ordinal);
        Assert.Contains("is -1", Message(full([20], -1L, int64)), StringComparison.Ordinal);
        Assert.Contains("Group 0", Message(ones([20], int64)), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Attribution.SampledShapley(model, x, pairs: 0));
    }
}
