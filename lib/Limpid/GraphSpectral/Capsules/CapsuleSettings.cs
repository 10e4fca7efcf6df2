namespace Limpid.GraphSpectral.Capsules;

/// <summary>How the networks are trained and read; equal for both of a pair.</summary>
/// <param name="Layout">The network's sizes.</param>
/// <param name="Epochs">Passes over the training images.</param>
/// <param name="BatchSize">Images in a step; the last batch of an epoch may be smaller.</param>
/// <param name="LearningRate">Adam's.</param>
/// <param name="PerDigit">At most so many test images of each digit make its ink derivatives.</param>
/// <param name="Permutations">Draws of each control.</param>
public sealed record CapsuleSettings(CapsuleLayout Layout, int Epochs, int BatchSize, double LearningRate = 1e-3, int PerDigit = 100, int Permutations = 1000)
{
    /// <summary>Steps that training takes.</summary>
    /// <param name="images">Number of training images.</param>
    public int Steps(int images) => Epochs * ((images + BatchSize - 1) / BatchSize);
}
