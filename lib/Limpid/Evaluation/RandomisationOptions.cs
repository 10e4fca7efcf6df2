using Limpid.Reproduction;

namespace Limpid.Evaluation;

/// <summary>How a model's parameters are randomised.</summary>
public sealed record RandomisationOptions
{
    /// <summary>In which order.</summary>
    public Cascade Cascade { get; init; } = Cascade.TopDown;

    /// <summary>Where the random parameters come from.</summary>
    public RandomWeights Weights { get; init; } = RandomWeights.OwnStatistics;

    /// <summary>
    /// The layers from the input to the output, by their paths in the model, for example <c>features.0</c>. If left out, all that have parameters of their own, in the order
    /// of their registration, which in a model that calls its parts in another order is not that of the computation.
    /// </summary>
    public IReadOnlyList<string>? Layers { get; init; }

    /// <summary>The random parameters come from it; each layer has its own stream, the same in both cascades.</summary>
    public Seed Seed { get; init; }

    /// <summary>Samples explained at a time, at least 1.</summary>
    public int BatchSize { get; init; } = 64;

    internal void Check()
    {
        if (!Enum.IsDefined(Cascade)) throw new ArgumentOutOfRangeException(nameof(Cascade), Cascade, "Expected TopDown or BottomUp.");
        if (!Enum.IsDefined(Weights)) throw new ArgumentOutOfRangeException(nameof(Weights), Weights, "Expected OwnStatistics or Initial.");
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
    }
}
