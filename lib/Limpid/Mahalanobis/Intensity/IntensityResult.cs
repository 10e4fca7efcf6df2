using System.Collections.Immutable;
using Limpid.Mahalanobis.Digits;
using Limpid.Mahalanobis.Sweeps;

namespace Limpid.Mahalanobis.Intensity;

/// <summary>What damage does to the networks of one plan; accuracies are on the training images, as in the source.</summary>
/// <param name="Curve">Their training.</param>
/// <param name="Scale">Sums scaled.</param>
/// <param name="Clip">Sums clipped.</param>
/// <param name="Offset">Sums shifted.</param>
/// <param name="Untrained">The same three sweeps of the networks before training, at the values of <see cref="IntensityTable"/>: the control.</param>
/// <param name="Drift">For each network the part of the test decisions that a scale changes, with the output biases.</param>
/// <param name="DriftBare">The same without output biases.</param>
public sealed record IntensityResult(
    DigitCurve Curve, SweepCurve Scale, SweepCurve Clip, SweepCurve Offset, ImmutableArray<SweepCurve> Untrained, ImmutableArray<ImmutableArray<double>> Drift, ImmutableArray<ImmutableArray<double>> DriftBare)
{
    /// <summary>One of the three sweeps.</summary>
    /// <param name="kind">Scale, clip or offset.</param>
    /// <param name="untrained">Before training.</param>
    /// <exception cref="ArgumentOutOfRangeException">It was not swept.</exception>
    public SweepCurve Sweep(SweepKind kind, bool untrained = false) => kind switch
    {
        SweepKind.Scale => untrained ? Untrained[0] : Scale,
        SweepKind.Clip => untrained ? Untrained[1] : Clip,
        SweepKind.Offset => untrained ? Untrained[2] : Offset,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "expected scale, clip or offset."),
    };

    /// <summary>What each network loses at a value, in percentage points of its accuracy.</summary>
    /// <param name="kind">Scale, clip or offset.</param>
    /// <param name="value">A value of the sweep.</param>
    /// <param name="untrained">Before training.</param>
    public double[] Lost(SweepKind kind, double value, bool untrained = false) => Percent.Of(Sweep(kind, untrained).Lost(value, SweepGrid.Neutral(kind)));

    /// <summary>The mean of what each network loses at two values, in percentage points.</summary>
    /// <param name="kind">Scale, clip or offset.</param>
    /// <param name="first">A value of the sweep.</param>
    /// <param name="second">Another.</param>
    /// <param name="untrained">Before training.</param>
    public double[] Lost(SweepKind kind, double first, double second, bool untrained = false) =>
        [.. Lost(kind, first, untrained).Zip(Lost(kind, second, untrained), (a, b) => (a + b) / 2)];

    /// <summary>How much better each network is unshifted than at its best offset of at least .05 in size, in percentage points.</summary>
    /// <param name="untrained">Before training.</param>
    public double[] Peak(bool untrained = false) => Percent.Of(Sweep(SweepKind.Offset, untrained).Peak(0, 0.05));
}
