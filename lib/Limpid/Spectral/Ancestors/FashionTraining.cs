using Limpid.Reproduction;
using Limpid.Spectral.Training;
using static TorchSharp.torch;

namespace Limpid.Spectral.Ancestors;

/// <summary>Training on Fashion-MNIST, the same for every variant.</summary>
internal sealed record FashionTraining(FashionImages Images, FashionSettings Settings, Seed Seed, CancellationToken Cancel)
{
    internal static SpectralNetwork Start(SpectralLayout layout, Seed seed)
    {
        manual_seed(seed.Of("start"));
        var network = new SpectralNetwork(layout);
        network.eval();
        return network;
    }

    internal void Train(SpectralNetwork network, double rate, int epochs, EigenPenalty? penalty = null)
    {
        using var scope = NewDisposeScope();
        SpectralTraining.Train(network, Images.TrainInputs, Images.TrainClasses, SpectralLoss.Classes, new(rate, Settings.BatchSize, epochs) { ValidationShare = 0 }, Seed.Random("order"),
            net => penalty is null ? net.Penalty() : net.HiddenLayers.Select(penalty.Of).Aggregate((sum, term) => sum + term), cancel: Cancel);
    }

    internal double Accuracy(SpectralNetwork network) => SpectralTraining.Score(network, Images.TestInputs, Images.TestClasses, SpectralLoss.Classes);
}
