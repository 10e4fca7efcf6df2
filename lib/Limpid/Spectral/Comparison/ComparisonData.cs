using static TorchSharp.torch;

namespace Limpid.Spectral.Comparison;

/// <summary>Samples to train and to test on, and the true importance of the inputs where it is known. Its tensors belong to the scope in which it was made.</summary>
/// <param name="Train">[n, d].</param>
/// <param name="TrainTargets">One per sample.</param>
/// <param name="Test">[m, d].</param>
/// <param name="TestTargets">One per sample.</param>
/// <param name="Truth">One number per input, 0 for an irrelevant one; null where nobody knows.</param>
public sealed record ComparisonData(Tensor Train, Tensor TrainTargets, Tensor Test, Tensor TestTargets, double[]? Truth = null);
