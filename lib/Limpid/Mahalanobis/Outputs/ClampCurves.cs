using Limpid.Mahalanobis.Sweeps;

namespace Limpid.Mahalanobis.Outputs;

/// <summary>Accuracy while all hidden activations are clamped at a part of one range for all units.</summary>
/// <param name="Raise">None below: the min-clamp.</param>
/// <param name="Lower">None above: the max-clamp.</param>
public sealed record ClampCurves(SweepCurve Raise, SweepCurve Lower)
{
    /// <summary>For each network the part of the range where raising its floor halves the accuracy; 1 if nothing up to the whole range does.</summary>
    public double[] RaiseHalf => [.. Raise.Halves(0).Select(half => double.IsNaN(half.Above) ? 1 : half.Above)];

    /// <summary>For each network the part of the range where lowering its ceiling halves the accuracy; 0 if nothing down to the least activation does.</summary>
    public double[] LowerHalf => [.. Lower.Halves(1).Select(half => double.IsNaN(half.Below) ? 0 : half.Below)];
}
