using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Layers;

/// <summary>The least and largest activation of each unit over some data.</summary>
/// <param name="Least">One per unit.</param>
/// <param name="Largest">One per unit.</param>
public sealed record UnitRanges(ImmutableArray<double> Least, ImmutableArray<double> Largest)
{
    /// <summary>Number of units.</summary>
    public int Units => Least.Length;

    /// <summary>The ranges of activations.</summary>
    /// <param name="activations">[n, units], n at least 1, finite.</param>
    /// <exception cref="ArgumentException">They are no such matrix.</exception>
    public static UnitRanges Of(Tensor activations)
    {
        Points.Check(activations, null, nameof(activations));
        if (activations.size(0) == 0) throw new ArgumentException("There is no sample; expected at least one.", nameof(activations));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        return new([.. Points.Numbers(activations.amin(0L))], [.. Points.Numbers(activations.amax(0L))]);
    }

    /// <summary>One range for all units: from the least of all to the largest of all.</summary>
    public UnitRanges Common() => new([.. Enumerable.Repeat(Least.Min(), Units)], [.. Enumerable.Repeat(Largest.Max(), Units)]);
}
