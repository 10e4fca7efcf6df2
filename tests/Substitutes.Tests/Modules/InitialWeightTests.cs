using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.Modules;

[Collection("random")]
public sealed class InitialWeightTests
{
    // Without AVX2, PyTorch itself takes other logarithms and cosines for its normal draws: the same seed gives numbers 3e-6 apart.
    private const double Rounding = 1e-5;

    [Fact]
    public void LayersStartAsInPyTorch()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        foreach (var (name, make) in new (string, Func<nn.Module>)[]
        {
            ("Linear", () => nn.Linear(5, 3)),
            ("LinearNoBias", () => nn.Linear(4, 2, hasBias: false)),
            ("Conv1d", () => nn.Conv1d(2, 3, 4)),
            ("Conv2d", () => nn.Conv2d(4, 6, 3, groups: 2)),
            ("ConvTranspose1d", () => nn.ConvTranspose1d(3, 2, 3)),
            ("ConvTranspose2d", () => nn.ConvTranspose2d(2, 3, (2, 3))),
            ("Embedding", () => nn.Embedding(5, 3, padding_idx: 1)),
            ("BatchNorm2d", () => nn.BatchNorm2d(3)),
            ("LayerNorm", () => nn.LayerNorm([2, 3])),
            ("LinearDouble", () => nn.Linear(3, 2, dtype: ScalarType.Float64)),
        })
        {
            using var layer = make();
            Recorded.EqualState($"first.{name}", layer, Rounding);
        }
    }

    [Fact]
    public void InitialisersDrawWhatPyTorchDraws()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        var init = new (string, Func<Tensor, Tensor>)[]
        {
            ("uniform_", t => nn.init.uniform_(t, -1, 2)),
            ("normal_", t => nn.init.normal_(t, 1, 3)),
            ("constant_", t => nn.init.constant_(t, 0.25)),
            ("ones_", nn.init.ones_),
            ("zeros_", nn.init.zeros_),
            ("xavier_uniform_", t => nn.init.xavier_uniform_(t, 1.5)),
            ("xavier_normal_", t => nn.init.xavier_normal_(t, 0.5)),
            ("kaiming_uniform_", t => nn.init.kaiming_uniform_(t, 0.3, nn.init.FanInOut.FanOut)),
            ("kaiming_normal_", t => nn.init.kaiming_normal_(t, nonlinearity: nn.init.NonlinearityType.ReLU)),
            ("kaiming_tanh", t => nn.init.kaiming_normal_(t, nonlinearity: nn.init.NonlinearityType.Tanh)),
        };
        foreach (var (name, f) in init)
        {
            var target = empty(4, 3, 2);
            Assert.Same(target, f(target));
            Recorded.Equal($"init.{name}", target, Rounding);
        }
        Recorded.Equal("init.orthogonal_", nn.init.orthogonal_(empty(4, 3, 2), 2.0), Rounding);
        Recorded.Equal("init.orthogonal_tall", nn.init.orthogonal_(empty(5, 2, dtype: ScalarType.Float64)), 1e-14);
        Recorded.Equal("init.eye_", nn.init.eye_(empty(2, 3)));
    }

    [Fact]
    public void GainsAreThoseOfPyTorch()
    {
        double[] ours =
        [
            nn.init.calculate_gain(nn.init.NonlinearityType.Linear), nn.init.calculate_gain(nn.init.NonlinearityType.Sigmoid),
            nn.init.calculate_gain(nn.init.NonlinearityType.Tanh), nn.init.calculate_gain(nn.init.NonlinearityType.ReLU),
            nn.init.calculate_gain(nn.init.NonlinearityType.LeakyReLU, 0.2),
        ];
        Assert.Equal(Recorded.Numbers("gains"), ours);
    }

    [Fact]
    public void InitialisersNeedTwoDimensions()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(() => nn.init.kaiming_uniform_(empty(3)));
        Assert.Throws<ArgumentException>(() => nn.init.orthogonal_(empty(3)));
        Assert.Throws<ArgumentException>(() => nn.init.eye_(empty(3)));
        Assert.Equal((6L, 8L), nn.init.CalculateFanInAndFanOut(empty(4, 3, 2)));
    }
}
