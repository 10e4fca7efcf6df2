namespace Limpid.Spectral.Training;

/// <summary>How networks are trained: Adam, no schedule, no early stop, no clipping, weight decay 0.</summary>
/// <param name="LearningRate">Adam's step, larger than 0.</param>
/// <param name="BatchSize">Samples in a step, at least 1; the last step of an epoch takes what is left.</param>
/// <param name="Epochs">Passes over the training part, 0 or more.</param>
public sealed record SpectralTrainingSettings(double LearningRate, int BatchSize, int Epochs)
{
    /// <summary>The share of the samples that are set apart, 0 or larger and below 1: the last ones, as Keras' <c>validation_split</c> has it, without a shuffle before.</summary>
    public double ValidationShare { get; init; } = 0.1;

    /// <summary>Added to Adam's denominator; Keras' 1e-7, not libtorch's 1e-8.</summary>
    public double Epsilon { get; init; } = 1e-7;

    /// <summary>How many of <paramref name="samples"/> are trained on.</summary>
    /// <param name="samples">All samples.</param>
    public int TrainingPart(int samples) => (int)Math.Floor(samples * (1 - ValidationShare) + 1e-9);

    internal void Check(int samples)
    {
        PositiveNumber.Checked(LearningRate);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Epochs);
        if (!(ValidationShare >= 0 && ValidationShare < 1))
            throw new ArgumentOutOfRangeException(nameof(ValidationShare), ValidationShare, FormattableString.Invariant($"The validation share is {ValidationShare}; expected 0 or larger and below 1."));
        if (TrainingPart(samples) < 1)
            throw new ArgumentException(FormattableString.Invariant($"Of {samples} samples, {ValidationShare:P0} set apart leave none; expected at least one to train on."), nameof(samples));
    }
}
