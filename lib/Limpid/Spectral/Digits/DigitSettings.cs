using Limpid.Spectral.Training;

namespace Limpid.Spectral.Digits;

/// <summary>The experiment with two digits. What isn't said to be ours is as in the authors' notebook.</summary>
public sealed record DigitSettings
{
    /// <summary>Passes over the training images of every network; the stored run of the authors has 500.</summary>
    public int Epochs { get; init; } = 500;

    /// <summary>Passes of the long run, which begins as the short one; 5000 in the paper. Not longer than <see cref="Epochs"/>: no long run.</summary>
    public int LongEpochs { get; init; } = 5000;

    /// <summary>How many of the seeds go on to the long run.</summary>
    public int LongSeeds { get; init; } = 2;

    /// <summary>Pixels shown in the accuracy curve: 1 up to this.</summary>
    public int MostPixels { get; init; } = 99;

    /// <summary>Step of Adam.</summary>
    public double LearningRate { get; init; } = 1e-4;

    /// <summary>Images in a step.</summary>
    public int BatchSize { get; init; } = 500;

    /// <summary>The penalty on the first layer's eigenvalues, L2.</summary>
    public double EigenvaluePenalty { get; init; } = 1e-2;

    /// <summary>The penalty on its eigenvectors, L2.</summary>
    public double EigenvectorPenalty { get; init; } = 1e-4;

    /// <summary>784 - 100 relu - batch normalisation - 100 relu - 50 relu - 10: ten outputs although there are two digits.</summary>
    public SpectralLayout Layout() =>
        new(DigitPair.Pixels, [(100, LayerActivation.ReLU), (100, LayerActivation.ReLU), (50, LayerActivation.ReLU), (10, LayerActivation.Linear)])
        {
            Penalty = new EigenPenalty(Penalty.L2(EigenvaluePenalty), Penalty.L2(EigenvectorPenalty)),
        };

    /// <summary>How a network is trained.</summary>
    /// <param name="epochs">Passes.</param>
    public SpectralTrainingSettings Training(int epochs) => new(LearningRate, BatchSize, epochs);
}
