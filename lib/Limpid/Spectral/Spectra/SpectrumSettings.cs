using Limpid.Spectral.Training;

namespace Limpid.Spectral.Spectra;

/// <summary>The network that reads a star's metallicity off its spectrum, and its training, as in the authors' notebook.</summary>
public sealed record SpectrumSettings
{
    /// <summary>Steps of training, at least; whole passes are made. The authors' run had about 7 000: 1 000 passes over 70 stars in batches of 10.</summary>
    public int Steps { get; init; } = 7_000;

    /// <summary>The share of samples to test on.</summary>
    public double TestShare { get; init; } = 0.2;

    /// <summary>The network for a number of inputs: 200 ReLU with batch normalisation and dropout .01, 50 tanh, 50 tanh, one tanh; L2 penalties 1e-2 on eigenvalues and 1e-4 on eigenvectors.</summary>
    /// <param name="inputs">How many.</param>
    public SpectralLayout Layout(int inputs) =>
        new(inputs, [(200, LayerActivation.ReLU), (50, LayerActivation.Tanh), (50, LayerActivation.Tanh), (1, LayerActivation.Tanh)]) { Dropout = 0.01, Penalty = new EigenPenalty(Penalty.L2(1e-2), Penalty.L2(1e-4)) };

    /// <summary>The training for a number of samples: Adam, 1e-3, batches of 10, the last tenth set apart.</summary>
    /// <param name="samples">Training samples.</param>
    public SpectralTrainingSettings Training(int samples)
    {
        var plain = new SpectralTrainingSettings(1e-3, 10, 0);
        var steps = (plain.TrainingPart(samples) + plain.BatchSize - 1) / plain.BatchSize;
        return plain with { Epochs = (Steps + steps - 1) / steps };
    }
}
