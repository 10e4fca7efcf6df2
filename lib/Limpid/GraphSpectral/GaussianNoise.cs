using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>
/// Adds noise from N(0, sigma^2) to a layer during training, and nothing in evaluation: against the collapse in which the layer shrinks, and
/// with it the penalty, while the next layer grows.
/// </summary>
/// <remarks>The authors' code has sigma 0.5 between the penalised layer and the decoder. The noise comes from libtorch's generator.</remarks>
public sealed class GaussianNoise : nn.Module<Tensor, Tensor>
{
    /// <summary>A layer of noise.</summary>
    /// <param name="deviation">sigma, 0 or larger.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="deviation"/> is negative or not finite.</exception>
    public GaussianNoise(double deviation = 0.5)
        : base(nameof(GaussianNoise)) => Deviation = deviation >= 0 && double.IsFinite(deviation)
            ? deviation
            : throw new ArgumentOutOfRangeException(nameof(deviation), deviation, FormattableString.Invariant(
                $"The deviation is {deviation}; expected a finite number, 0 or larger."));

    /// <summary>sigma.</summary>
    public double Deviation { get; }

    /// <summary>The activations with noise in training; otherwise the same values.</summary>
    /// <param name="activations">Z, any shape.</param>
    /// <returns>A tensor of its own, of the same shape.</returns>
    public override Tensor forward(Tensor activations)
    {
        ArgumentNullException.ThrowIfNull(activations);
        if (!training || Deviation == 0) return activations.alias();
        using var noise = randn_like(activations);
        return activations.add(noise, Deviation);
    }
}
