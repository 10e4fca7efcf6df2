using static TorchSharp.torch;

namespace Limpid.Spectral;

/// <summary>A weight times the sum of the squares (L2) or of the absolute values (L1) of all entries. No factor 1/2, as in Keras.</summary>
public sealed record Penalty
{
    private Penalty(double weight, bool squares) => (Weight, Squares) = (double.IsFinite(weight) && weight >= 0
        ? weight
        : throw new ArgumentOutOfRangeException(nameof(weight), weight, FormattableString.Invariant($"The weight is {weight}; expected a finite number, 0 or larger.")), squares);

    /// <summary>None.</summary>
    public static Penalty None { get; } = L2(0);

    /// <summary>The factor, 0 or larger.</summary>
    public double Weight { get; }

    /// <summary>Whether squares are summed (L2), else absolute values (L1).</summary>
    public bool Squares { get; }

    /// <summary><c>weight * sum x^2</c>.</summary>
    /// <param name="weight">The factor, 0 or larger.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative or not finite.</exception>
    public static Penalty L2(double weight) => new(weight, true);

    /// <summary><c>weight * sum |x|</c>; its derivative at 0 is 0.</summary>
    /// <param name="weight">The factor, 0 or larger.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative or not finite.</exception>
    public static Penalty L1(double weight) => new(weight, false);

    /// <summary>The penalty of a tensor, a scalar that carries the gradient.</summary>
    /// <param name="values">Any shape.</param>
    public Tensor Of(Tensor values)
    {
        using var scope = NewDisposeScope();
        return (Squares ? values.square() : values.abs()).sum().mul(Weight).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{(Squares ? "L2" : "L1")} {Weight}");
}
