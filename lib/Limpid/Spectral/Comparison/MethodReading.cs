namespace Limpid.Spectral.Comparison;

/// <summary>What one method said about one network.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Values">Its score of each input.</param>
/// <param name="Area">The area under the masked curve of the spectral network, inputs taken in the method's order.</param>
/// <param name="Seconds">What it cost beyond the spectral network's training; with the training of its own network, where it needs one.</param>
/// <param name="Spearman">Rank correlation with the truth; null without a truth.</param>
/// <param name="Auroc">How surely relevant inputs score above irrelevant ones; null without a truth or where all inputs are alike.</param>
public sealed record MethodReading(string Method, double[] Values, double Area, double Seconds, double? Spearman, double? Auroc);
