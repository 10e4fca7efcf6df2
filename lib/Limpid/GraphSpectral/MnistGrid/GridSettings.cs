namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>How the networks are trained and read; equal for all variants of a comparison.</summary>
/// <param name="Epochs">Passes over the training images.</param>
/// <param name="BatchSize">Images in a step; the last batch of an epoch may be smaller.</param>
/// <param name="LearningRate">Adam's.</param>
/// <param name="ReadingImages">The first so many training images, for training accuracy, class means and examples.</param>
/// <param name="Permutations">Permutations of the neurons in each null.</param>
public sealed record GridSettings(int Epochs, int BatchSize, double LearningRate = 1e-3, int ReadingImages = 10_000, int Permutations = 1000)
{
    /// <summary>Steps that training takes.</summary>
    /// <param name="images">Number of training images.</param>
    public int Steps(int images) => Epochs * ((images + BatchSize - 1) / BatchSize);
}
