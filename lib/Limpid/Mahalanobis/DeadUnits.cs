using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis;

/// <summary>Which units of a layer answer never, and which hardly ever.</summary>
/// <param name="Active">For each unit the part of samples with <c>|a|</c> above the tolerance.</param>
/// <param name="Rare">The limit below which a unit counts as rare.</param>
public sealed record DeadUnits(ImmutableArray<double> Active, double Rare)
{
    /// <summary>Number of units.</summary>
    public int Units => Active.Length;

    /// <summary>Units that never answer.</summary>
    public int Dead => Active.Count(part => part == 0);

    /// <summary>Units that answer, but to fewer samples than the limit says.</summary>
    public int RareOnly => Active.Count(part => part > 0 && part < Rare);

    /// <summary>Dead and rare units together: what the authors' code counts as rare.</summary>
    public int DeadOrRare => Dead + RareOnly;

    /// <summary>Counts.</summary>
    /// <param name="activations">After the activation function [n, units], n at least 1, finite.</param>
    /// <param name="tolerance">A unit answers where |a| is above this.</param>
    /// <param name="rare">The limit for rare units, 0 to 1.</param>
    /// <exception cref="ArgumentException">The activations are no such matrix.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of range.</exception>
    public static DeadUnits Of(Tensor activations, double tolerance = 1e-6, double rare = 0.01)
    {
        Points.Check(activations, null, nameof(activations));
        if (activations.size(0) == 0) throw new ArgumentException("There is no sample; expected at least one.", nameof(activations));
        if (!(tolerance >= 0)) throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, FormattableString.Invariant($"The tolerance is {tolerance}; expected 0 or larger."));
        if (rare is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(rare), rare, FormattableString.Invariant($"The limit is {rare}; expected 0 to 1."));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return new([.. Points.Numbers(activations.detach().abs().gt(tolerance).sum(0L).to(float64).div(activations.size(0)))], rare);
    }
}
