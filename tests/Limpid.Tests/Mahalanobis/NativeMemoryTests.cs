using Limpid.Mahalanobis;
using Limpid.Mahalanobis.Batched;
using Limpid.Mahalanobis.Digits;
using Limpid.Mahalanobis.Layers;
using Limpid.Mahalanobis.Matching;
using Limpid.Mahalanobis.Mixtures;
using Limpid.Mahalanobis.Reading;
using Limpid.Mahalanobis.Sweeps;
using Limpid.Reproduction;
using Limpid.Tests.Mahalanobis.Digits;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis;

/// <summary>Functions leave nothing behind but their results.</summary>
[Collection(ProcessCollection.Name)]
public class NativeMemoryTests
{
    [Fact]
    public void NothingIsLeftBehind()
    {
        using var scope = NewDisposeScope();
        using var known = Cases.Random(3, 1);
        var data = known.Sample(60, new Seed(1));
        void Once(int seed)
        {
            using var gaussian = Gaussian.Fit(data, Conditioning.EigenvalueFloor(1e-6));
            using var shrunk = Gaussian.Fit(data, Conditioning.Shrinkage(0.1));
            _ = shrunk.Rank;
            using var few = data.narrow(0, 0, 2);
            Assert.Throws<SingularCovarianceException>(() => Gaussian.Fit(few));
            using var layer = WhiteningLayer.Random(gaussian, new Seed(seed));
            using var cholesky = WhiteningLayer.Cholesky(gaussian);
            using var pairs = ReluPairs.Of(layer);
            using var back = ReluPairs.ToAbs(pairs);
            _ = GaussianReading.Of(pairs, gaussian, data);
            _ = PrincipalAngles.Between(layer.weight!, cholesky.weight!);
            MahalanobisEquivalence.Assert(back, gaussian);
            using (Recovery.Of(layer).ToGaussian()) { }
            using (gaussian.Distances(data)) { }
            using (gaussian.Whiten(data)) { }
            using var mixture = GaussianMixture.Fit(data, 2, new Seed(seed), new() { Limit = 3, Restarts = 2 }, TestContext.Current.CancellationToken);
            using var network = new MixtureNetwork(mixture);
            using (network.call(data)) { }
            using (network.ToMixture()) { }
            _ = MixtureReading.Of(layer, mixture);
            _ = DeadUnits.Of(data);
            using var head = new MahalanobisHead(LinearRows.Layer(layer.weight!, layer.bias!));
            using (head.call(data)) { }
            using var batch = BatchedLinear.Start([new(1), new(2)], 3, 1, WeightStart.Default, dtype: float64);
            using var targets = ones([60], dtype: float64);
            using var optimiser = optim.SGD(batch.parameters(), 0.01);
            _ = BatchedTraining.Train(batch, optimiser, data, targets, (outputs, y) => outputs.squeeze(1).sub(y).square().mean([1L]), new(2), cancellation: TestContext.Current.CancellationToken);
        }

        Once(0);
        var before = LiveTensors.Settled();
        for (var seed = 1; seed <= 100; seed++) Once(seed);
        Assert.Equal(before, LiveTensors.Settled());
    }

    [Fact]
    public void DigitNetworksLeaveNothingBehind()
    {
        using var scope = NewDisposeScope();
        using var images = DigitNetworksTests.Images(20, 1);
        void Once(int seed)
        {
            using var pair = DigitNetworksTests.Images(20, seed);
            foreach (var plan in new[] { DigitPlan.Six[2], DigitPlan.Offsets[1] })
            {
                using var networks = new DigitNetworks(plan, [new(seed), new(seed + 1)], 40, 6);
                _ = DigitTraining.Train(networks, images, pair, new(2) { Every = 1, Rate = 1e-6 }, cancel: TestContext.Current.CancellationToken);
                using var sums = networks.Sums(images.Pixels, 1);
                var changes = new[] { UnitChange.None(6), UnitChange.Scaling(6, 2) };
                _ = PerturbationSweep.Accuracies(sums, images.Labels, s => networks.Finish(networks.Scores(networks.Activate(s), 1)), changes, cancel: TestContext.Current.CancellationToken);
            }
        }

        Once(1);
        var before = LiveTensors.Settled();
        for (var seed = 2; seed <= 50; seed++) Once(seed);
        Assert.Equal(before, LiveTensors.Settled());
    }
}
