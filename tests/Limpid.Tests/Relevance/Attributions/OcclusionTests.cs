using Limpid.Relevance.Attributions;
using TorchSharp;
using Xunit;
using static Limpid.Tests.Relevance.Attributions.SmallModels;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Attributions;

[Collection(ProcessCollection.Name)]
public class OcclusionTests
{
    [Fact]
    public void Of_a_linear_model_it_is_weight_times_difference_to_the_baseline()
    {
        using var scope = NewDisposeScope();
        var (model, weight) = SmallModels.Linear(5, 3, 1);
        var (x, from) = (randn([4, 5], float64), randn([5], float64));
        Assert.True(Furthest(weight[2] * x, Attribution.Occlusion(model, x, 2, window: [1])) < 1e-14);
        Assert.True(Furthest(weight[2] * (x - from), Attribution.Occlusion(model, x, 2, window: [1], baseline: from)) < 1e-14);
    }

    [Fact]
    public void Windows_that_overlap_are_averaged_and_the_last_is_cut()
    {
        using var scope = NewDisposeScope();
        using var model = new Formula(x => x.sum(1L));
        var x = tensor(new double[,] { { 1, 2, 4, 8, 16 } });
        // Windows of 2 every 2: 1 + 2, 4 + 8, 16.
        Assert.Equal([3, 3, 12, 12, 16], Attribution.Occlusion(model, x, 0, window: [2]).Values());
        // Every 1: 3, 6, 12, 24.
        Assert.Equal([3, 4.5, 9, 18, 24], Attribution.Occlusion(model, x, 0, window: [2], stride: [1]).Values());
        // Of the second score, -f.
        Assert.Equal([-31, -31, -31, -31, -31], Attribution.Occlusion(model, x, 1).Values());
    }

    [Fact]
    public void Keeping_a_window_gives_the_score_that_is_left()
    {
        using var scope = NewDisposeScope();
        using var model = new Formula(x => x.sum(1L) + 100);
        var x = tensor(new double[,] { { 1, 2, 4, 8, 16 } });
        Assert.Equal([103, 103, 112, 112, 116], Attribution.Occlusion(model, x, 0, window: [2], mode: OcclusionMode.Keep).Values());
    }

    [Theory]
    [InlineData(2, 2, 2, 2)]
    [InlineData(3, 2, 2, 1)]
    [InlineData(6, 6, 6, 6)]
    [InlineData(9, 4, 5, 3)]
    public void It_is_the_loop_over_windows(int high, int wide, int down, int right)
    {
        using var scope = NewDisposeScope();
        var model = Convolutional(2);
        model.eval();
        var (x, from) = (randn([3, 2, 6, 6], float64), randn([2, 1, 1], float64));
        var targets = model.call(x).argmax(1);
        var expected = SlowOcclusion(model, x, from, targets, high, wide, down, right);
        foreach (var batchSize in new[] { 1, 2, 64 })
            Assert.True(Furthest(expected, Attribution.Occlusion(model, x, default, [high, wide], [down, right], from, batchSize: batchSize)) < 1e-13);
    }

    private static Tensor SlowOcclusion(nn.Module<Tensor, Tensor> model, Tensor x, Tensor from, Tensor targets, int high, int wide, int down, int right)
    {
        var (sum, covers) = (zeros_like(x), zeros_like(x));
        var scores = model.call(x).gather(1, targets.unsqueeze(1));
        for (var top = 0; top < 6 && (top == 0 || top - down + high < 6); top += down)
            for (var left = 0; left < 6 && (left == 0 || left - right + wide < 6); left += right)
                for (var n = 0; n < 3; n++)
                {
                    var copy = x.clone();
                    for (var i = top; i < Math.Min(6, top + high); i++)
                        for (var j = left; j < Math.Min(6, left + wide); j++)
                            for (var c = 0; c < 2; c++) copy[n, c, i, j] = from[c, 0, 0];
                    var drop = scores[n, 0].ToDouble() - model.call(copy)[n, targets[n].ToInt64()].ToDouble();
                    for (var i = top; i < Math.Min(6, top + high); i++)
                        for (var j = left; j < Math.Min(6, left + wide); j++)
                            for (var c = 0; c < 2; c++)
                            {
                                sum[n, c, i, j] = sum[n, c, i, j] + drop;
                                covers[n, c, i, j] = covers[n, c, i, j] + 1;
                            }
                }
        return sum / covers;
    }

    [Fact]
    public void Sequences_of_indices_have_a_map_too()
    {
        using var scope = NewDisposeScope();
        using var model = new Formula(x => x.to(float32).sum(1L));
        var map = Attribution.Occlusion(model, tensor(new long[,] { { 3, 0, 5 } }), 0, window: [1], baseline: tensor(1L));
        Assert.Equal(ScalarType.Float32, map.dtype);
        Assert.Equal([2, -1, 4], map.Values());
    }

    [Fact]
    public void Bad_windows_are_refused()
    {
        using var scope = NewDisposeScope();
        var (model, x) = (Convolutional(3), randn([1, 2, 6, 6], float64));
        Assert.Contains("stride", Assert.Throws<ArgumentOutOfRangeException>(() => Attribution.Occlusion(model, x, window: [2], stride: [3])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Attribution.Occlusion(model, x, window: [2, 2, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Attribution.Occlusion(model, x, window: [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Attribution.Occlusion(model, x, mode: (OcclusionMode)5));
    }
}
