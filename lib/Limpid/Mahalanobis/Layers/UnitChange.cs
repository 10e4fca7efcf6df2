using System.Collections.Immutable;

namespace Limpid.Mahalanobis.Layers;

/// <summary>What a <see cref="Perturbation"/> does to each unit.</summary>
/// <param name="Scale">s.</param>
/// <param name="Shift">t.</param>
/// <param name="Lower">The lower clamp; -infinity for none.</param>
/// <param name="Upper">The upper clamp; infinity for none.</param>
public sealed record UnitChange(ImmutableArray<double> Scale, ImmutableArray<double> Shift, ImmutableArray<double> Lower, ImmutableArray<double> Upper)
{
    /// <summary>Number of units.</summary>
    public int Units => Scale.Length;

    /// <summary>Nothing is changed.</summary>
    /// <param name="units">How many units.</param>
    public static UnitChange None(int units) => new(All(units, 1), All(units, 0), All(units, double.NegativeInfinity), All(units, double.PositiveInfinity));

    /// <summary><c>c x</c>. A positive factor before ReLU or absolute value leaves the decisions of a network with no output bias as they are: not a test of anything.</summary>
    /// <param name="units">How many units.</param>
    /// <param name="factor">c, finite.</param>
    public static UnitChange Scaling(int units, double factor) => None(units) with { Scale = All(units, Finite(factor, nameof(factor))) };

    /// <summary><c>min(x, least + (largest - least) c)</c> with the unit's range.</summary>
    /// <param name="ranges">Of the activations after the activation function, as in the source.</param>
    /// <param name="part">c, finite.</param>
    public static UnitChange Clipping(UnitRanges ranges, double part) => None(Checked(ranges).Units) with { Upper = At(ranges, Finite(part, nameof(part))) };

    /// <summary><c>max(x, least + (largest - least) c)</c>.</summary>
    /// <param name="ranges">Of the activations.</param>
    /// <param name="part">c, finite.</param>
    public static UnitChange Raising(UnitRanges ranges, double part) => None(Checked(ranges).Units) with { Lower = At(ranges, Finite(part, nameof(part))) };

    /// <summary><c>s x + t</c> with <c>t = p (largest - least)</c> and <c>s = (largest - t) / largest</c>, which keeps the largest activation where it is; so the slope changes too.</summary>
    /// <param name="ranges">Of the activations. A unit whose largest is 0 is left alone.</param>
    /// <param name="part">p, finite.</param>
    public static UnitChange Offset(UnitRanges ranges, double part)
    {
        Finite(part, nameof(part));
        ImmutableArray<double> shifts = [.. Checked(ranges).Largest.Zip(ranges.Least, (largest, least) => largest == 0 ? 0 : part * (largest - least))];
        return None(ranges.Units) with { Shift = shifts, Scale = [.. ranges.Largest.Zip(shifts, (largest, shift) => largest == 0 ? 1 : (largest - shift) / largest)] };
    }

    private static ImmutableArray<double> All(int units, double value) =>
        units >= 1 ? [.. Enumerable.Repeat(value, units)] : throw new ArgumentOutOfRangeException(nameof(units), units, $"There are {units} units; expected at least 1.");

    private static ImmutableArray<double> At(UnitRanges ranges, double part) => [.. ranges.Least.Zip(ranges.Largest, (least, largest) => least + (largest - least) * part)];

    private static UnitRanges Checked(UnitRanges ranges)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        return ranges;
    }

    private static double Finite(double value, string name) =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"The number is {value}; expected a finite one."));
}
