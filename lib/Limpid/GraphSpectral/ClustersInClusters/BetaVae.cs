using Limpid.GraphSpectral.Autoencoders;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.GraphSpectral.ClustersInClusters;

/// <summary>A variational autoencoder whose divergence counts beta times: the baseline that is said to give independent, readable units.</summary>
/// <remarks>
/// The encoder gives each of N units a mean m and a log-variance v; the decoder sees z = m + exp(v / 2) e with e from N(0, 1), so that the sampling carries the gradient. The
/// loss, averaged over the batch, is
/// <c>1/2 sum_d (x_d - x'_d)^2 + beta sum_j KL_j</c>, <c>KL_j = 1/2 (m_j^2 + exp v_j - 1 - v_j)</c>: with beta = 1 the variational bound for data whose noise has unit variance, up to a
/// constant. The embedding that charts show is m.
/// <para>Source: Higgins et al. 2017, "beta-VAE: learning basic visual concepts with a constrained variational framework"; the layers are those of the autoencoder that it is compared with.</para>
/// </remarks>
public sealed class BetaVae : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> encoder;
    private readonly Module<Tensor, Tensor> decoder;

    /// <summary>A new network; its weights come from libtorch's generator (<c>torch.manual_seed</c>).</summary>
    /// <param name="layout">Its layers; a rectified embedding and noise do not apply.</param>
    /// <param name="beta">Weight of the divergence, 0 or larger.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width or beta is out of range.</exception>
    public BetaVae(AutoencoderLayout layout, double beta)
        : base(nameof(BetaVae))
    {
        ArgumentNullException.ThrowIfNull(layout);
        layout.Check();
        (Layout, Beta) = (layout, PenaltyWeight.Check(beta, nameof(beta)));
        encoder = Sequential(Autoencoder.Layers([layout.Inputs, .. layout.Hidden, 2 * layout.Embedding], layout.Slope));
        decoder = Sequential(Autoencoder.Layers([layout.Embedding, .. layout.Hidden.Reverse(), layout.Inputs], layout.Slope));
        RegisterComponents();
    }

    /// <summary>Its layers.</summary>
    public AutoencoderLayout Layout { get; }

    /// <summary>Weight of the divergence.</summary>
    public double Beta { get; }

    /// <summary>The divergence of N(m, exp v) from N(0, 1), summed over units, averaged over the batch.</summary>
    /// <param name="means">m [B, N].</param>
    /// <param name="logVariances">v [B, N].</param>
    /// <returns>A scalar that carries the gradient; 0 for m = v = 0.</returns>
    /// <example>m = 2, v = 0 gives 2; m = 0, v = ln 4 gives (3 - ln 4) / 2 = 0.807.</example>
    public static Tensor Divergence(Tensor means, Tensor logVariances)
    {
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(logVariances);
        using var scope = NewDisposeScope();
        return means.square().add(logVariances.exp()).sub(1).sub(logVariances).sum(1).mean().mul(0.5).MoveToOuterDisposeScope();
    }

    /// <summary>Mean and log-variance of each unit.</summary>
    /// <param name="samples">X [B, D].</param>
    /// <returns>Two tensors [B, N].</returns>
    public (Tensor Means, Tensor LogVariances) Posterior(Tensor samples)
    {
        using var both = encoder.call(samples);
        return (both.narrow(1, 0, Layout.Embedding), both.narrow(1, Layout.Embedding, Layout.Embedding));
    }

    /// <summary>The reconstruction that follows from a code.</summary>
    /// <param name="code">z [B, N].</param>
    /// <returns>[B, D].</returns>
    public Tensor Decode(Tensor code) => decoder.call(code);

    /// <summary>The loss of a batch for given noise.</summary>
    /// <param name="samples">X [B, D].</param>
    /// <param name="noise">e [B, N], in training from N(0, 1).</param>
    /// <returns>A scalar that carries the gradient.</returns>
    public Tensor Loss(Tensor samples, Tensor noise)
    {
        using var scope = NewDisposeScope();
        var (means, logVariances) = Posterior(samples);
        var code = logVariances.mul(0.5).exp().mul(noise).add(means);
        var error = Decode(code).sub(samples).square().sum(1).mean().mul(0.5);
        return error.add(Divergence(means, logVariances), Beta).MoveToOuterDisposeScope();
    }

    /// <summary>The reconstruction of samples from their means, without sampling.</summary>
    /// <param name="input">X [B, D].</param>
    /// <returns>[B, D].</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return Decode(Posterior(input).Means).MoveToOuterDisposeScope();
    }
}
