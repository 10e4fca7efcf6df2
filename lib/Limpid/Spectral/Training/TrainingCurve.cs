namespace Limpid.Spectral.Training;

/// <summary>What each epoch of a training was like. NaN where no samples are set apart.</summary>
/// <param name="Loss">Mean over the epoch's steps of loss and penalty, each step weighted by its samples, as Keras reports it.</param>
/// <param name="Score">Mean score over the epoch's samples, in training mode.</param>
/// <param name="ValidationLoss">Loss and penalty of the samples set apart, after the epoch.</param>
/// <param name="ValidationScore">Their mean score.</param>
public sealed record TrainingCurve(double[] Loss, double[] Score, double[] ValidationLoss, double[] ValidationScore);
