namespace Limpid.Spectral.Importance;

/// <summary>A split: samples with the input at most the threshold go left.</summary>
/// <param name="Input">Which.</param>
/// <param name="Threshold">Where.</param>
/// <param name="Remaining">The impurity of both sides, each times its number of samples.</param>
internal sealed record CartSplit(int Input, double Threshold, double Remaining);
