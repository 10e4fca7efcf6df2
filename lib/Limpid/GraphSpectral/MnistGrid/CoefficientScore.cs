namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>How well a network with one regulariser and coefficient reads images that it was not trained on.</summary>
/// <param name="Regulariser">"none", "L1", "L2" or "GSR".</param>
/// <param name="Weight">The coefficient; 0 for "none".</param>
/// <param name="Accuracies">Share of the held-out images that are read right, one value per fold.</param>
public sealed record CoefficientScore(string Regulariser, double Weight, double[] Accuracies)
{
    /// <summary>Mean over the folds.</summary>
    public double Accuracy => Accuracies.Average();
}
