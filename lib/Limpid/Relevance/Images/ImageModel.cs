using TorchSharp;
using TorchSharp.Modules;

namespace Limpid.Relevance.Images;

/// <summary>A trained classifier and what was found when it was read.</summary>
/// <param name="Name">For example <c>VGG</c>.</param>
/// <param name="Network">In evaluation mode.</param>
/// <param name="Origin">Where its weights come from, in words.</param>
/// <param name="Accuracy">Share of the test images read right, as measured now.</param>
/// <param name="Untrained">The same before training.</param>
public sealed record ImageModel(string Name, Sequential Network, string Origin, double Accuracy, double Untrained)
{
    /// <summary>How many weights it has.</summary>
    public long Weights => Network.parameters().Sum(weights => weights.numel());

    /// <summary>For example "VGG (137668 weights, trained in this run): 96.0 % of test images right, 25.0 % before training".</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} ({Weights} weights, {Origin}): {100 * Accuracy:F1} % of test images right, {100 * Untrained:F1} % before training");
}
