using System.Collections.Immutable;
using Limpid.Mahalanobis.Digits;

namespace Limpid.Mahalanobis.Outputs;

/// <summary>What became of the networks of one plan.</summary>
/// <param name="Curve">Their training.</param>
/// <param name="Units">Their dead and rare units, over the training images.</param>
/// <param name="UntrainedUnits">The same before training: the control.</param>
/// <param name="Layer">Clamps by the range of the hidden layer.</param>
/// <param name="Code">Clamps by the range of all activation layers together, as the author's code has it.</param>
/// <param name="Untrained">Clamps by the range of the hidden layer, before training: the control.</param>
/// <param name="Sums">For each class sums of a hidden unit of the first network, the one that is positive for nearest to half of the training images.</param>
public sealed record OutputResult(
    DigitCurve Curve, OutputUnits Units, OutputUnits UntrainedUnits, ClampCurves Layer, ClampCurves Code, ClampCurves Untrained, ImmutableArray<ImmutableArray<double>> Sums)
{
    /// <summary>Each network's accuracy on the test images, per cent.</summary>
    public double[] Test => Sweeps.Percent.Of(Curve.Test[^1]);

    /// <summary>The same before training.</summary>
    public double[] UntrainedTest => Sweeps.Percent.Of(Curve.Test[0]);

    /// <summary>Points of accuracy that each network loses when no hidden activation is below a part of the layer's range.</summary>
    /// <param name="part">A whole number of per cent, as 0.1.</param>
    /// <param name="untrained">Before training.</param>
    public double[] LostRaised(double part, bool untrained = false) => Sweeps.Percent.Of((untrained ? Untrained : Layer).Raise.Lost(part, 0));

    /// <summary>Points of accuracy that each network loses when no hidden activation is above a part of the layer's range.</summary>
    /// <param name="part">A whole number of per cent, as 0.1.</param>
    /// <param name="untrained">Before training.</param>
    public double[] LostLowered(double part, bool untrained = false) => Sweeps.Percent.Of((untrained ? Untrained : Layer).Lower.Lost(part, 1));
}
