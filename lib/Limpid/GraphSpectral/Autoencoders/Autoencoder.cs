using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.GraphSpectral.Autoencoders;

/// <summary>
/// The autoencoder of the paper's experiments: dense layers with leaky ReLU, an embedding that is linear (or rectified) and carries the
/// penalty, noise, and the same layers back.
/// </summary>
/// <remarks>
/// The penalty taps <see cref="Encode"/>, before the noise. The noise, in training only, gives the embedding a useful scale: without it the layer can
/// please the penalty by shrinking while the decoder grows. Weights start as libtorch's layers do.
/// <para>Source: Tong et al. 2020, arXiv:1810.00424, appendix, and the authors' code.</para>
/// </remarks>
public sealed class Autoencoder : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> encoder;
    private readonly Module<Tensor, Tensor> noise;
    private readonly Module<Tensor, Tensor> decoder;

    /// <summary>A new network; its weights come from libtorch's generator (<c>torch.manual_seed</c>).</summary>
    /// <param name="layout">Its layers.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width, the slope or the noise is out of range.</exception>
    public Autoencoder(AutoencoderLayout layout)
        : base(nameof(Autoencoder))
    {
        ArgumentNullException.ThrowIfNull(layout);
        layout.Check();
        Layout = layout;
        noise = new GaussianNoise(layout.NoiseDeviation);
        int[] widths = [layout.Inputs, .. layout.Hidden, layout.Embedding];
        var end = layout.Choice?.Invoke() ?? (layout.RectifiedEmbedding ? ReLU() : null);
        encoder = Sequential([.. Layers(widths, layout.Slope), .. end is null ? (Module<Tensor, Tensor>[])[] : [end]]);
        decoder = Sequential(Layers([.. widths.Reverse()], layout.Slope));
        RegisterComponents();
    }

    /// <summary>Its layers.</summary>
    public AutoencoderLayout Layout { get; }

    /// <summary>The embedding, where the penalty goes.</summary>
    /// <param name="samples">X [B, D], float32.</param>
    /// <returns>Z [B, N].</returns>
    public Tensor Encode(Tensor samples) => encoder.call(samples);

    /// <summary>The reconstruction that follows from an embedding; with noise in training.</summary>
    /// <param name="embedding">Z [B, N].</param>
    /// <returns>[B, D].</returns>
    public Tensor Decode(Tensor embedding)
    {
        using var noisy = noise.call(embedding);
        return decoder.call(noisy);
    }

    /// <summary>The reconstruction of samples.</summary>
    /// <param name="input">X [B, D].</param>
    /// <returns>[B, D].</returns>
    public override Tensor forward(Tensor input)
    {
        using var embedding = Encode(input);
        return Decode(embedding);
    }

    /// <summary>Dense layers of these widths with leaky ReLU between them; the last is linear.</summary>
    internal static Module<Tensor, Tensor>[] Layers(int[] widths, double slope)
    {
        var layers = new List<Module<Tensor, Tensor>>();
        for (var i = 1; i < widths.Length; i++)
        {
            layers.Add(Linear(widths[i - 1], widths[i]));
            if (i < widths.Length - 1) layers.Add(LeakyReLU(slope));
        }
        return [.. layers];
    }
}
