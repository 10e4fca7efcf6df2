using Limpid.Data;
using Limpid.Mahalanobis.Mixtures;
using Limpid.Mahalanobis.Reading;
using Limpid.Reproduction;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.ClassifierReading;

/// <summary>Networks of several seeds, trained and read against the same images.</summary>
public sealed class ReadingExperiment : IDisposable
{
    private readonly Tensor labels, testImages, testLabels, constant;

    /// <summary>Fits what layers are read against.</summary>
    /// <param name="train">To train on and to read against.</param>
    /// <param name="test">To take the accuracy from.</param>
    /// <param name="conditioning">What to do about pixels that never vary.</param>
    /// <exception cref="SingularCovarianceException">There are such pixels, and no conditioning was asked for.</exception>
    public ReadingExperiment(ImageSet train, ImageSet test, Conditioning? conditioning = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        Tensor Flat(Tensor of) => of.reshape(of.size(0), -1).to(float32).DetachFromDisposeScope();
        (Inputs, testImages) = (Flat(train.Images), Flat(test.Images));
        (labels, testLabels) = (train.Labels.alias().DetachFromDisposeScope(), test.Labels.alias().DetachFromDisposeScope());
        using var scope = NewDisposeScope();
        constant = Inputs.eq(Inputs.select(0, 0)).all(0).DetachFromDisposeScope();
        Gaussian = Gaussian.Fit(Inputs, conditioning);
        Classes = ClassGaussians.Fit(Inputs, labels, conditioning);
    }

    /// <summary>The training images [n, pixels].</summary>
    public Tensor Inputs { get; }

    /// <summary>Of all training images.</summary>
    public Gaussian Gaussian { get; }

    /// <summary>Of the classes' training images.</summary>
    public GaussianMixture Classes { get; }

    /// <summary>How many pixels are the same in all training images.</summary>
    public int ConstantPixels => (int)constant.sum().item<long>();

    /// <summary>A trained network.</summary>
    /// <param name="absolute">Absolute values; else ReLU.</param>
    /// <param name="epochs">Passes.</param>
    /// <param name="seed">Of start and order.</param>
    /// <param name="cancel">Ends the training between two steps.</param>
    public DigitNetwork Train(bool absolute, int epochs, Seed seed, CancellationToken cancel = default)
    {
        var network = Start(absolute, seed);
        DigitTraining.Run(network, Inputs, labels, epochs, seed, $"{(absolute ? "Abs" : "ReLU")}, seed {seed}", cancel);
        return network;
    }

    /// <summary>The part of the test images that a network puts right.</summary>
    /// <param name="network">From pixels to scores.</param>
    public double Accuracy(nn.Module<Tensor, Tensor> network) => DigitTraining.Accuracy(network, testImages, testLabels);

    /// <summary>Reads a layer against the training images.</summary>
    /// <param name="layer">The layer.</param>
    public GaussianReading Read(Linear layer) => GaussianReading.Of(layer, Gaussian, Inputs);

    /// <summary>Sums up a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="absolute">Whether its activation is the absolute value.</param>
    public LayerSummary Summary(Linear layer, bool absolute) => LayerSummary.Of(layer, Read(layer), absolute, Classes);

    /// <summary>Trains and reads a network.</summary>
    /// <param name="absolute">Absolute values; else ReLU.</param>
    /// <param name="epochs">Passes.</param>
    /// <param name="seed">Of start, order and control.</param>
    /// <param name="cancel">Ends the training between two steps.</param>
    public DigitReading Run(bool absolute, int epochs, Seed seed, CancellationToken cancel = default)
    {
        using var start = Start(absolute, seed);
        using var network = Train(absolute, epochs, seed, cancel);
        using var shuffled = PixelShuffle.Of(network.Hidden, seed);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var change = network.Hidden.weight!.sub(start.Hidden.weight!).abs().mul(constant.to(float32)).max().to(float64).item<double>();
        return new(Accuracy(network), Summary(start.Hidden, absolute), Summary(network.Hidden, absolute), Summary(shuffled, absolute), change);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Gaussian.Dispose();
        Classes.Dispose();
        foreach (var one in new[] { Inputs, labels, testImages, testLabels, constant }) one.Dispose();
    }

    private DigitNetwork Start(bool absolute, Seed seed) => new(absolute, seed, (int)Inputs.size(1), classes: Classes.Components.Length);
}
