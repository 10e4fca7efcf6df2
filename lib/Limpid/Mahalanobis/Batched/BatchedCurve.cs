using System.Collections.Immutable;

namespace Limpid.Mahalanobis.Batched;

/// <summary>The losses of many models along their training.</summary>
/// <param name="Epochs">When they were noted, ascending; the last is the end.</param>
/// <param name="Losses">For each such epoch one loss per model.</param>
public sealed record BatchedCurve(ImmutableArray<int> Epochs, ImmutableArray<ImmutableArray<double>> Losses)
{
    /// <summary>The losses at the end, one per model.</summary>
    public ImmutableArray<double> Final => Losses[^1];

    /// <summary>One model's losses, one per noted epoch.</summary>
    /// <param name="model">0 to the number of models - 1.</param>
    public ImmutableArray<double> Of(int model) => [.. Losses.Select(losses => losses[model])];
}
