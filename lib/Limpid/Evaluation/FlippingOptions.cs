using Limpid.Reproduction;

namespace Limpid.Evaluation;

/// <summary>How inputs are perturbed to see whether relevance is faithful to the model.</summary>
public sealed record FlippingOptions
{
    /// <summary>What is flipped at a time.</summary>
    public FlippingUnit Unit { get; init; } = FlippingUnit.Feature;

    /// <summary>What it is replaced by.</summary>
    public Replacement Replacement { get; init; } = Replacement.PerImageMean;

    /// <summary>Units between two scores of a curve, at least 1.</summary>
    public int UnitsPerStep { get; init; } = 1;

    /// <summary>The share of the units up to which a curve goes, above 0 to 1. A curve for a partial area needs no more than that.</summary>
    public double UpTo { get; init; } = 1;

    /// <summary>The order of units of equal relevance, the noise, and random subsets come from it; each sample has its own stream.</summary>
    public Seed Seed { get; init; }

    /// <summary>Perturbed inputs that the model gets at a time, at least 1.</summary>
    public int BatchSize { get; init; } = 128;

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Unit);
        ArgumentNullException.ThrowIfNull(Replacement);
        ArgumentOutOfRangeException.ThrowIfLessThan(UnitsPerStep, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        if (!(UpTo > 0 && UpTo <= 1)) throw new ArgumentOutOfRangeException(nameof(UpTo), UpTo, "Expected above 0 to 1, a share of the units.");
    }
}
