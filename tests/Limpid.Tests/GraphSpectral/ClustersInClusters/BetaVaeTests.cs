using Limpid.GraphSpectral.Autoencoders;
using Limpid.GraphSpectral.ClustersInClusters;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.ClustersInClusters;

[Collection(ProcessCollection.Name)]
public class BetaVaeTests
{
    private static AutoencoderLayout Small { get; } = new(4, 2) { Hidden = [3] };

    private static BetaVae Network(double beta = 2)
    {
        manual_seed(3);
        return new BetaVae(Small, beta).@double();
    }

    [Fact]
    public void DivergenceByHand()
    {
        using var scope = NewDisposeScope();
        double Of(double[,] means, double[,] logVariances) => BetaVae.Divergence(tensor(means), tensor(logVariances)).ToDouble();
        Assert.Equal(0, Of(new double[,] { { 0, 0 } }, new double[,] { { 0, 0 } }));
        Assert.Equal(2, Of(new double[,] { { 2 } }, new double[,] { { 0 } }), 1e-12);
        Assert.Equal((3 - Math.Log(4)) / 2, Of(new double[,] { { 0 } }, new[,] { { Math.Log(4) } }), 1e-12);
        // Summed over units, averaged over samples.
        Assert.Equal((0.5 + 2 + 0.5) / 2, Of(new double[,] { { 1, 2 }, { 1, 0 } }, new double[2, 2]), 1e-12);
    }

    [Fact]
    public void GradientsAgreeWithDifferences()
    {
        using var scope = NewDisposeScope();
        using var network = Network();
        var noise = Check.Random(7, 5, 2);
        Check.Gradient(x => network.Loss(x, noise), Check.Random(6, 5, 4), tolerance: 1e-5);
        Check.Gradient(v => BetaVae.Divergence(noise, v), Check.Random(8, 5, 2));
    }

    [Fact]
    public void TheLossIsErrorPlusBetaTimesDivergence()
    {
        using var scope = NewDisposeScope();
        using var network = Network(0);
        var (x, noise) = (Check.Random(6, 5, 4), Check.Random(7, 5, 2));
        var (means, logVariances) = network.Posterior(x);
        var code = means + noise * (logVariances / 2).exp();
        var error = (network.Decode(code) - x).square().sum().ToDouble() / 5 / 2;
        Assert.Equal(error, network.Loss(x, noise).ToDouble(), 1e-12);
        using var weighted = Network(3);
        Assert.Equal(error + 3 * BetaVae.Divergence(means, logVariances).ToDouble(), weighted.Loss(x, noise).ToDouble(), 1e-12);
        Close.Values(Check.Values(network.Decode(means)), Check.Values(network.call(x)), 1e-12);
    }

    [Fact]
    public void TrainingLowersTheLossAndRepeats()
    {
        using var scope = NewDisposeScope();
        using var data = NestedClusters.Draw(200, new Random(1));
        var settings = new AutoencoderSettings { Steps = 60, BatchSize = 50, LearningRate = 1e-2, Sampling = Sampling.Shuffled };
        double[] Losses()
        {
            manual_seed(1);
            using var network = new BetaVae(new AutoencoderLayout(15, 3) { Hidden = [10] }, 1);
            var losses = new List<double>();
            BetaVaeTraining.Train(network, data.Samples, settings, new Random(2), (_, loss) => losses.Add(loss), TestContext.Current.CancellationToken);
            Assert.False(network.training);
            return [.. losses];
        }

        var losses = Losses();
        Assert.Equal(60, losses.Length);
        Assert.True(losses[^10..].Average() < 0.5 * losses[..5].Average(), $"{losses[0]} to {losses[^1]}");
        Assert.Equal(losses, Losses());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentOutOfRangeException>(() => new BetaVae(Small, -1));
        using var network = new BetaVae(Small, 1);
        Assert.Equal("samples", Assert.Throws<ArgumentException>(() => BetaVaeTraining.Train(
            network, zeros(3, 5), new AutoencoderSettings(), new Random(1), cancel: TestContext.Current.CancellationToken)).ParamName);
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var network = Network();
        using var x = Check.Random(6, 5, 4);
        using var noise = Check.Random(7, 5, 2);
        Check.LeavesNothing(() =>
        {
            network.Loss(x, noise).Dispose();
            network.call(x).Dispose();
        });
    }
}
