using Limpid.Spectral.Training;

namespace Limpid.Spectral.FeatureSelection;

/// <summary>How inputs of a table are selected; the defaults are those of the authors' script (layers, penalties, optimiser, threshold) with more repetitions than its two.</summary>
public sealed record SelectionSettings
{
    /// <summary>Trainings from other first weights on the same samples, at least 2.</summary>
    public int Repetitions { get; init; } = 5;

    /// <summary>Passes over the training samples.</summary>
    public int Epochs { get; init; } = 500;

    /// <summary>The fewest steps, whatever the epochs: on a small table 500 passes are too few for an eigenvalue to fall from 1 to 0 by steps of about the learning rate.</summary>
    public int LeastSteps { get; init; }

    /// <summary>An input counts as relevant above this r.</summary>
    public double Threshold { get; init; } = 1e-3;

    /// <summary>The share of samples to test on.</summary>
    public double TestShare { get; init; } = 0.2;

    /// <summary>L1 penalty of the first layer's eigenvalues.</summary>
    public double Eigenvalues { get; init; } = 1e-1;

    /// <summary>L1 penalty of its eigenvectors.</summary>
    public double Eigenvectors { get; init; } = 1e-4;

    /// <summary>The network for a number of inputs: 200 ReLU, 50 tanh, 50 tanh, one logit.</summary>
    /// <param name="inputs">How many.</param>
    public SpectralLayout Layout(int inputs) =>
        new(inputs, [(200, LayerActivation.ReLU), (50, LayerActivation.Tanh), (50, LayerActivation.Tanh), (1, LayerActivation.Linear)])
        {
            Normalised = false,
            Penalty = new EigenPenalty(Penalty.L1(Eigenvalues), Penalty.L1(Eigenvectors)),
        };

    /// <summary>The training for a number of samples: Adam, 1e-3, batches of 100, the last tenth set apart.</summary>
    /// <param name="samples">Training samples.</param>
    public SpectralTrainingSettings Training(int samples)
    {
        var plain = new SpectralTrainingSettings(1e-3, 100, Epochs);
        var steps = (plain.TrainingPart(samples) + plain.BatchSize - 1) / plain.BatchSize;
        return plain with { Epochs = Math.Max(Epochs, (LeastSteps + steps - 1) / steps) };
    }
}
