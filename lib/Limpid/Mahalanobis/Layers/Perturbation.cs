using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Layers;

/// <summary>A layer that damages each unit in a set way, <c>y = max(min(s x + t, upper), lower)</c>, to see which part of a unit's range a network lives on.</summary>
/// <remarks>
/// The numbers are buffers, one per unit, and can be set anew between two calls (<see cref="Set"/>); a fresh layer changes nothing. Source: Oursland 2024, arXiv:2411.17932, and the author's code; the lower clamp is arXiv:2502.02103's.
/// </remarks>
public sealed class Perturbation : nn.Module<Tensor, Tensor>
{
    private readonly Tensor scale, shift, lower, upper;

    /// <summary>A layer that changes nothing.</summary>
    /// <param name="units">How many units the layer before has, at least 1.</param>
    /// <param name="dtype">float32 if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no unit.</exception>
    public Perturbation(long units, ScalarType? dtype = null) : base(nameof(Perturbation))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 1);
        Tensor Filled(double value) => full([units], value, dtype: dtype ?? float32).DetachFromDisposeScope();
        (scale, shift, lower, upper) = (Filled(1), Filled(0), Filled(double.NegativeInfinity), Filled(double.PositiveInfinity));
        RegisterComponents();
    }

    /// <summary>Number of units.</summary>
    public int Units => (int)scale.size(0);

    /// <summary>Sets what is done to each unit.</summary>
    /// <param name="change">The numbers.</param>
    /// <exception cref="ArgumentException">They are of another number of units.</exception>
    public void Set(UnitChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Units != Units) throw new ArgumentException($"The change is of {change.Units} units; expected {Units}.", nameof(change));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        foreach (var (buffer, values) in new[] { (scale, change.Scale), (shift, change.Shift), (lower, change.Lower), (upper, change.Upper) }) buffer.copy_(tensor(values.ToArray()));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return maximum(minimum(input.mul(scale).add(shift), upper), lower).MoveToOuterDisposeScope();
    }
}
