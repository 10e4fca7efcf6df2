using Limpid.Margin.Attacks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin.Attacks;

/// <summary>Attacks against their definitions: on a linear classifier the least change is known in closed form.</summary>
[Collection(ProcessCollection.Name)]
public class AttackTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Three classes on five values; dropout shows whether evaluation mode is on.</summary>
    private static nn.Module<Tensor, Tensor> Linear()
    {
        var linear = nn.Linear(5, 3, dtype: float64);
        using var off = no_grad();
        linear.weight!.copy_(tensor(new double[,] { { 1, -2, 0.5, 0, 1 }, { -1, 1, 1, 2, 0 }, { 0.5, 0.5, -1, 1, -2 } }));
        linear.bias!.copy_(tensor(new[] { 0.3, -0.2, 0.1 }));
        return nn.Sequential(nn.Dropout(0.5), linear);
    }

    private static (Tensor X, Tensor Y) Batch(nn.Module<Tensor, Tensor> network, int n = 12)
    {
        var random = new Random(5);
        // Far from the ends of the range, which then play no part.
        var x = tensor(Enumerable.Range(0, n * 5).Select(_ => random.NextDouble() * 2 - 1).ToArray()).view(n, 5);
        network.eval();
        return (x, network.call(x).argmax(1));
    }

    private static readonly PixelRange wide = new(-50, 50);

    /// <summary>The distance to the nearest boundary: min over k of |f_k - f_c| / |w_k - w_c|.</summary>
    private static double[] Distances(nn.Module<Tensor, Tensor> network, Tensor x, Tensor y)
    {
        var linear = (TorchSharp.Modules.Linear)network.children().Last();
        var (z, w) = (network.call(x).detach(), linear.weight!.detach());
        return [.. Enumerable.Range(0, (int)x.size(0)).Select(i =>
        {
            var c = y[i].item<long>();
            return Enumerable.Range(0, 3).Where(k => k != c).Min(k => Math.Abs(z[i, k].item<double>() - z[i, c].item<double>()) / (w[k] - w[c]).norm().item<double>());
        })];
    }

    [Fact]
    public void DeepFoolTakesTheShortestWayOutOfALinearClassifier()
    {
        using var scope = NewDisposeScope();
        var network = Linear();
        var (x, y) = Batch(network);
        using var result = Attack.DeepFool(overshoot: 0.02, range: wide).Run(network, x, y, Cancel);
        Close.Values([.. Distances(network, x, y).Select(d => d * 1.02)], result.Norms, 1e-9);
        Assert.Equal(1, result.SuccessRate);
    }

    [Fact]
    public void CarliniWagnerComesNearTheShortestWay()
    {
        using var scope = NewDisposeScope();
        var network = Linear();
        var (x, y) = Batch(network);
        using var result = Attack.CarliniWagner(7, 1000, 0.002, firstWeight: 0.05, range: new(-4, 4)).Run(network, x, y, Cancel);
        Assert.Equal(1, result.SuccessRate);
        var distances = Distances(network, x, y);
        for (var i = 0; i < distances.Length; i++) Assert.InRange(result.Norms[i], distances[i], distances[i] * 1.05 + 0.01);
    }

    [Fact]
    public void ConfidenceAsksForALead()
    {
        using var scope = NewDisposeScope();
        var network = Linear();
        var (x, y) = Batch(network);
        using var result = Attack.CarliniWagner(6, 300, 0.05, confidence: 2, range: new(-8, 8)).Run(network, x, y, Cancel);
        Assert.Equal(1, result.SuccessRate);
        var z = network.call(result.Inputs).detach();
        for (var i = 0; i < x.size(0); i++)
        {
            var c = y[i].item<long>();
            Assert.True(Enumerable.Range(0, 3).Where(k => k != c).Max(k => z[i, k].item<double>()) - z[i, c].item<double>() >= 2 - 1e-9);
        }
    }

    [Fact]
    public void FgsmMovesEachValueByEpsilonAlongTheSignOfTheGradientAndClips()
    {
        using var scope = NewDisposeScope();
        var network = Linear();
        var (x, y) = Batch(network);
        using var result = Attack.Fgsm(0.25, wide).Run(network, x, y, Cancel);
        var leaf = x.clone().requires_grad_();
        nn.functional.cross_entropy(network.call(leaf), y).backward();
        Close.Values((x + 0.25 * leaf.grad!.sign()).data<double>().ToArray(), result.Inputs.data<double>().ToArray(), 1e-12);
        Close.Values([.. Enumerable.Repeat(0.25 * Math.Sqrt(5), 12)], result.Norms, 1e-9);
        using var clipped = Attack.Fgsm(3, new(-1, 1)).Run(network, x, y, Cancel);
        Assert.Equal((-1.0, 1.0), (clipped.Inputs.min().item<double>(), clipped.Inputs.max().item<double>()));
    }

    [Fact]
    public void ASampleIsAttackedAsItWouldBeAlone()
    {
        using var scope = NewDisposeScope();
        var network = Linear();
        var (x, y) = Batch(network);
        foreach (var attack in new[] { Attack.Fgsm(0.1, wide), Attack.DeepFool(range: wide), Attack.CarliniWagner(3, 30, 0.05, range: new(-4, 4)) })
        {
            using var all = attack.Run(network, x, y, Cancel);
            using var one = attack.Run(network, x.narrow(0, 3, 1), y.narrow(0, 3, 1), Cancel);
            Close.Values(one.Inputs.flatten().data<double>().ToArray(), all.Inputs[3].contiguous().data<double>().ToArray(), 1e-9);
        }
    }

    [Fact]
    public void NetworkAndInputsAreLeftAsTheyWere()
    {
        using var scope = NewDisposeScope();
        var network = Linear();
        var (x, y) = Batch(network);
        network.train();
        var before = x.data<double>().ToArray();
        foreach (var attack in new[] { Attack.Fgsm(0.1, wide), Attack.DeepFool(range: wide), Attack.CarliniWagner(2, 5, range: new(-4, 4)) })
            using (attack.Run(network, x, y, Cancel))
            {
                Assert.True(network.training && network.children().All(child => child.training));
                Assert.All(network.parameters(), parameter => Assert.Null(parameter.grad));
                Assert.Equal(before, x.data<double>().ToArray());
            }
    }

    [Fact]
    public void WhatIsAlreadyWrongNeedsNoChange()
    {
        using var scope = NewDisposeScope();
        var network = Linear();
        var (x, y) = Batch(network);
        var others = (y + 1).remainder(3);
        using var result = Attack.DeepFool(range: wide).Run(network, x, others, Cancel);
        Assert.Equal((1.0, 0.0), (result.SuccessRate, result.Norms.Max()));
    }

    [Fact]
    public void NoiseHasTheNormAskedForInsideTheRange()
    {
        using var scope = NewDisposeScope();
        var x = rand(20, 1, 6, 6);
        double[] norms = [.. Enumerable.Range(0, 20).Select(i => i * 0.12)];
        var noisy = EqualNoise.Of(x, norms, new Random(3));
        Close.Values(norms, Attack.Norms(noisy - x).data<double>().ToArray(), 1e-4);
        Assert.InRange(noisy.min().item<float>(), 0, 1);
        Assert.InRange(noisy.max().item<float>(), 0, 1);
        Assert.Equal(EqualNoise.Of(x, norms, new Random(3)).data<float>().ToArray(), noisy.data<float>().ToArray());
    }

    [Fact]
    public void WithoutRoomTheNoiseIsAsLargeAsItCanBe()
    {
        using var scope = NewDisposeScope();
        var x = full(1, 9, 0.5, dtype: float64);
        var noisy = EqualNoise.Of(x, [100], new Random(1));
        Close.Values([1.5], Attack.Norms(noisy - x).data<double>().ToArray(), 1e-6);
    }

    [Fact]
    public void BadInputIsRefusedByName()
    {
        using var scope = NewDisposeScope();
        var network = Linear();
        var (x, y) = Batch(network);
        var attack = Attack.Fgsm(0.1, wide);
        Assert.Contains("expected values from 0 to 1", Assert.Throws<ArgumentException>(() => Attack.Fgsm(0.1).Run(network, x, y, Cancel)).Message);
        Assert.Contains("int64 [12]", Assert.Throws<ArgumentException>(() => attack.Run(network, x, y.narrow(0, 0, 3), Cancel)).Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("expected 0 to 2", Assert.Throws<ArgumentException>(() => attack.Run(network, x, y + 5, Cancel)).Message);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => attack.Run(network, full_like(x, double.NaN), y, Cancel)).Message);
        Assert.Equal("epsilon", Assert.Throws<ArgumentOutOfRangeException>(() => Attack.Fgsm(0)).ParamName);
        Assert.Equal("overshoot", Assert.Throws<ArgumentOutOfRangeException>(() => Attack.DeepFool(overshoot: -1)).ParamName);
        Assert.Equal("confidence", Assert.Throws<ArgumentOutOfRangeException>(() => Attack.CarliniWagner(confidence: double.NaN)).ParamName);
        Assert.Throws<ArgumentException>(() => new PixelRange(1, 1));
        Assert.Contains("Norm 1 is -1", Assert.Throws<ArgumentException>(() => EqualNoise.Of(rand(2, 4), [1, -1], new Random(1))).Message);
    }
}
