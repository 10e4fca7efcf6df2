using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.Attacks;

/// <summary>The harmless control of an attack: a change in a random direction, as large as the attack's.</summary>
public static class EqualNoise
{
    private const int Halvings = 60;

    /// <summary>Inputs moved along a normal random direction, each until its change, inside the range, has the norm asked for.</summary>
    /// <remarks>Clipping shortens a change, so that its length is found by bisection. Where the range leaves no room for the norm, the change is as large as it can be in its direction.</remarks>
    /// <param name="inputs">x [n, ...], floating point, inside the range; left as they are.</param>
    /// <param name="norms">The Euclidean norm of each change, 0 or more.</param>
    /// <param name="random">The directions.</param>
    /// <param name="range">Where values stay; 0 to 1 if null.</param>
    /// <returns>A new tensor like the inputs.</returns>
    /// <exception cref="ArgumentException">Another number of norms than inputs, or a norm that is negative or not finite.</exception>
    public static Tensor Of(Tensor inputs, IReadOnlyList<double> norms, Random random, PixelRange? range = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(norms);
        ArgumentNullException.ThrowIfNull(random);
        if (inputs.ndim < 2 || norms.Count != inputs.size(0))
            throw new ArgumentException($"There are {norms.Count} norms for inputs [{string.Join(", ", inputs.shape)}]; expected [n, ...] and one norm for each.", nameof(norms));
        for (var i = 0; i < norms.Count; i++)
            if (!(norms[i] >= 0) || !double.IsFinite(norms[i])) throw new ArgumentException(FormattableString.Invariant($"Norm {i} is {norms[i]}; expected a finite number, 0 or more."), nameof(norms));
        var (least, most) = range is null ? (0.0, 1.0) : (range.Least, range.Most);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var direction = tensor(Enumerable.Range(0, (int)inputs.numel()).Select(_ => Normal(random)).ToArray()).view(inputs.shape).to(inputs.device);
        direction = direction / Column(Attack.Norms(direction), inputs);
        var (x, asked) = (inputs.detach().to(float64), tensor(norms.ToArray(), device: inputs.device));
        Tensor Moved(Tensor length) => (x + direction * Column(length, inputs)).clamp(least, most);
        // Twice the norm at first, then as far as any corner of the range can be.
        var (low, high) = (zeros_like(asked), asked * 2);
        var farthest = (most - least) * Math.Sqrt(x.numel() / (double)norms.Count) / direction.flatten(1).abs().amin([1]).clamp_min(1e-12);
        high = where(Attack.Norms(Moved(high) - x).lt(asked), farthest, high);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            var below = Attack.Norms(Moved(middle) - x).lt(asked);
            (low, high) = (where(below, middle, low), where(below, high, middle));
        }
        return Moved(high).to(inputs.dtype).MoveToOuterDisposeScope();
    }

    private static Tensor Column(Tensor perSample, Tensor like) => perSample.view([-1, .. Enumerable.Repeat(1L, (int)like.ndim - 1)]);

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
