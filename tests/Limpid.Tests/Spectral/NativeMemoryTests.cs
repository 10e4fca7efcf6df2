using Limpid.Spectral;
using Limpid.Spectral.Importance;
using Limpid.Spectral.Nodes;
using Limpid.Spectral.Training;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral;

/// <summary>Functions leave nothing behind but their results.</summary>
[Collection(ProcessCollection.Name)]
public sealed class NativeMemoryTests
{
    [Fact]
    public void NothingIsLeftBehind()
    {
        using var outer = NewDisposeScope();
        manual_seed(1);
        var (x, classes) = (rand(20, 4), arange(20) % 2);
        var layout = new SpectralLayout(4, [(5, LayerActivation.ReLU), (2, LayerActivation.Linear)]) { Setup = SpectralSetup.Pruning, LastSetup = SpectralSetup.Direct, Normalised = false };
        var penalty = new EigenPenalty(Penalty.L1(0.1), Penalty.L2(0.01));
        void Once(int seed)
        {
            foreach (SpectralLayer layer in new SpectralLayer[] { SpectralLinear.ForRelevance(4, 3), new QrLinear(4, 3) })
                using (layer)
                {
                    using (layer.call(x)) { }
                    using (penalty.Of(layer)) { }
                    _ = InputRelevance.Of(layer).Top(2);
                }
            using var dense = SpectralLinear.ForRelevance(4, 3);
            using (dense.Adjacency()) { }
            using (dense.Eigenvectors()) { }
            using (dense.Eigenvalues()) { }
            using var linear = dense.ToLinear();
            using var again = SpectralLinear.Of(linear);
            _ = InputRelevance.OfWeights(linear);
            using var convolution = new SpectralConv2d(2, 3, 3);
            using var image = x.reshape(2, 2, 4, 5);
            using (convolution.call(image)) { }
            using var network = new SpectralNetwork(layout);
            _ = SpectralTraining.Train(network, x, classes, SpectralLoss.Classes, new SpectralTrainingSettings(0.01, 10, 1), new Random(seed), net => penalty.Of(net.Layers[0]),
                cancel: TestContext.Current.CancellationToken);
            _ = SpectralTraining.Score(network, x, classes, SpectralLoss.Classes);
            var mask = NodeRanking.OfEigenvalues(network.HiddenLayers).Top(3);
            using (mask.Apply(network.HiddenLayers)) { }
            using (SmallerNetwork.Of(network, mask)) { }
            using (InputRelevance.Of(network.First).Top(2).Apply(x)) { }
            var task = new ImportanceTask(ScoredModel.Of(network, SpectralLoss.Classes), x, classes, x, classes);
            foreach (var method in new[] { ImportanceMethod.Permutation(1), ImportanceMethod.Ablation, ImportanceMethod.ExactShapley, ImportanceMethod.SampledShapley(2), ImportanceMethod.AnovaF })
                _ = MaskedCurve.Of(method.Score(task, new Random(seed)), task);
        }

        Once(0);
        var before = LiveTensors.Settled();
        for (var seed = 1; seed <= 100; seed++) Once(seed);
        Assert.Equal(before, LiveTensors.Settled());
    }
}
