using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>What stands in the place of what is flipped.</summary>
/// <remarks>For one-hot sequences [N, 4, L]: <see cref="Zero"/> is the zero vector, <c>Constant(0.25)</c> the uniform base, <see cref="Background"/> a sequence of one's own.</remarks>
public sealed class Replacement
{
    private readonly Func<Tensor, Seed, Tensor> make;

    private Replacement(Func<Tensor, Seed, Tensor> make) => this.make = make;

    /// <summary>0.</summary>
    public static Replacement Zero { get; } = Constant(0);

    /// <summary>The mean of the sample: of each channel of [N, C, ...] over its positions, of [N, n] over the entries.</summary>
    public static Replacement PerImageMean { get; } = new((inputs, _) =>
    {
        // The axes after the samples, and after the channels where there are positions.
        var first = inputs.shape.Length > 2 ? 2 : 1;
        long[] axes = [.. Enumerable.Range(first, inputs.shape.Length - first).Select(axis => (long)axis)];
        return inputs.to(float64).mean(axes, keepdim: true);
    });

    /// <summary>The same number everywhere.</summary>
    /// <param name="value">Finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Replacement Constant(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a finite number.");
        return new((inputs, _) => tensor(value, dtype: float64, device: inputs.device));
    }

    /// <summary>
    /// The sample blurred by a Gaussian along every axis after the channels. At the border the weights of the positions inside are scaled to 1.
    /// </summary>
    /// <param name="sigma">Its standard deviation in positions, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is not a finite number above 0.</exception>
    public static Replacement Blur(double sigma)
    {
        if (!(sigma > 0 && double.IsFinite(sigma))) throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "Expected a finite number above 0.");
        return new((inputs, _) => GaussianBlur.Of(inputs, sigma));
    }

    /// <summary>Independent uniform numbers, drawn once for each sample and entry from the seed of the call.</summary>
    /// <param name="low">The smallest.</param>
    /// <param name="high">The largest, above it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are not finite or not in this order.</exception>
    public static Replacement UniformNoise(double low, double high)
    {
        if (!(low < high && double.IsFinite(low) && double.IsFinite(high)))
            throw new ArgumentOutOfRangeException(nameof(high), high, FormattableString.Invariant($"Expected finite bounds with high above low, which is {low}."));
        return new((inputs, seed) => RowDraws.Uniform(seed.Of("replacement"), 0, inputs.size(0), inputs.numel() / inputs.size(0), low, high).reshape(inputs.shape));
    }

    /// <summary>Values of one's own, kept by the caller.</summary>
    /// <param name="values">In the shape of the inputs, or one that extends to it, for example [1, 4, L] or [C, 1, 1].</param>
    public static Replacement Background(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new((_, _) => values.detach());
    }

    /// <summary>Values made from the inputs [N, ...] of a call.</summary>
    /// <param name="values">Gives values in the shape of the inputs, or one that extends to it. It must not change the inputs.</param>
    public static Replacement From(Func<Tensor, Tensor> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new((inputs, _) => values(inputs).detach());
    }

    /// <summary>The values for inputs [N, ...], in their shape and type and on their device.</summary>
    internal Tensor For(Tensor inputs, Seed seed)
    {
        using var scope = NewDisposeScope();
        var values = make(inputs, seed);
        var (shape, wanted) = (values.shape, inputs.shape);
        if (shape.Length > wanted.Length || shape.Reverse().Zip(wanted.Reverse()).Any(axis => axis.First != 1 && axis.First != axis.Second))
            throw new ArgumentException($"The replacement has shape {RelevanceRows.Text(shape)}; expected one that extends to {RelevanceRows.Text(wanted)}.", nameof(FlippingOptions.Replacement));
        if (!values.to(float64).isfinite().all().item<bool>())
            throw new ArgumentException("The replacement holds a value that is not finite; expected finite values.", nameof(FlippingOptions.Replacement));
        return values.to(inputs.dtype).to(inputs.device).expand(wanted).MoveToOuterDisposeScope();
    }
}
