namespace Limpid.Relevance.Images;

/// <summary>How a classifier is trained.</summary>
/// <param name="Images">Training images.</param>
/// <param name="Epochs">Passes over them; the learning rate falls along half a cosine to 0, step by step.</param>
/// <param name="BatchSize">Images in a step; the last batch of an epoch may be smaller.</param>
/// <param name="LearningRate">Adam's, at the start.</param>
public sealed record ImageTrainingSettings(int Images, int Epochs, int BatchSize = 32, double LearningRate = 1e-3)
{
    /// <summary>Steps that training takes.</summary>
    public int Steps => Epochs * ((Images + BatchSize - 1) / BatchSize);

    /// <summary>For example "5000 images, 4 epochs of batch 32, Adam 0.001".</summary>
    public override string ToString() => FormattableString.Invariant($"{Images} images, {Epochs} epochs of batch {BatchSize}, Adam {LearningRate}");
}
