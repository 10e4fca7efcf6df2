using Limpid.Spectral.Training;
using static TorchSharp.torch;

namespace Limpid.Spectral.GaussianFeatures;

/// <summary>One of the networks compared; all of a seed have the same first weights and see the samples in the same order.</summary>
/// <param name="Name">As shown, and unique.</param>
/// <param name="Key">A name for files.</param>
/// <param name="Setup">What is trained in its layers.</param>
/// <param name="Penalty">From the network's own penalty and the network to what is added to the loss; null for the network's own.</param>
public sealed record FeatureVariant(string Name, string Key, SpectralSetup Setup, Func<EigenPenalty, SpectralNetwork, Tensor>? Penalty = null)
{
    /// <summary>The paper's: eigenvalues and eigenvectors are trained and penalised.</summary>
    public static FeatureVariant Spectral { get; } = new("spectral", "spectral", SpectralSetup.Relevance);

    /// <summary>A plain network without penalty.</summary>
    public static FeatureVariant Plain { get; } = new("plain", "plain", SpectralSetup.Direct, (_, network) => EigenPenalty.None.Of(network.First));

    /// <summary>A plain network whose first weights have the penalty that the paper puts on the eigenvectors.</summary>
    public static FeatureVariant Decay { get; } = new("plain, L2 on weights", "decay", SpectralSetup.Direct);

    /// <summary>A plain network whose first weights have the penalty that equals the paper's at its optimum: a group lasso, see <see cref="EigenPenalty.OnWeights"/>.</summary>
    public static FeatureVariant GroupLasso { get; } = new("plain, group lasso", "lasso", SpectralSetup.Direct, (penalty, network) => Importance.GroupLasso.Penalty(penalty)(network));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
