using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>
/// Keeps a denominator away from 0: S(z) = z + sgn(z) epsilon with sgn(0) = +1. With epsilon 0 an output with z = 0 gives nothing to its inputs
/// and its relevance counts as absorbed.
/// </summary>
/// <param name="Epsilon">epsilon, 0 or larger.</param>
/// <param name="Relative">Whether epsilon is a multiple of the root mean square of z over a sample's outputs.</param>
public sealed record Stabiliser(double Epsilon, bool Relative = false)
{
    /// <summary>epsilon, 0 or larger.</summary>
    public double Epsilon { get; } = double.IsFinite(Epsilon) && Epsilon >= 0
        ? Epsilon
        : throw new ArgumentOutOfRangeException(nameof(Epsilon), Epsilon, FormattableString.Invariant($"The stabiliser is {Epsilon}; expected a finite number, 0 or larger."));

    /// <summary>None.</summary>
    public static Stabiliser None { get; } = new(0);

    /// <summary>R / S(z), and 0 where S(z) = 0.</summary>
    internal Tensor Divide(Tensor relevance, Tensor z) => Epsilon > 0 && !Relative && StabilisedQuotient.Takes(relevance, z)
        ? StabilisedQuotient.Of(relevance, z, Epsilon)
        : DivideByOperations(relevance, z);

    /// <summary>The same by tensor operations, for any device, type and shape.</summary>
    internal Tensor DivideByOperations(Tensor relevance, Tensor z)
    {
        using var scope = NewDisposeScope();
        if (Epsilon == 0)
        {
            // 0 / infinity is 0, which is what a dead output gives.
            var alive = z.masked_fill(z.eq(0), double.PositiveInfinity);
            return (relevance / alive).MoveToOuterDisposeScope();
        }
        var plus = z.ge(0);
        if (Relative)
        {
            long[] own = [.. Enumerable.Range(1, (int)z.dim() - 1).Select(axis => (long)axis)];
            var size = z.square().mean(own, true).sqrt().mul(Epsilon);
            var stable = where(plus, size, -size).add_(z);
            // A sample whose outputs are all 0 has no scale.
            return (relevance / stable.masked_fill(stable.eq(0), double.PositiveInfinity)).MoveToOuterDisposeScope();
        }
        var epsilon = tensor(Epsilon, z.dtype, z.device);
        return (relevance / where(plus, epsilon, -epsilon).add_(z)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Epsilon}{(Relative ? " RMS(z)" : "")}");
}
