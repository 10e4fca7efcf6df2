using System.Globalization;

namespace Limpid.GraphSpectral.ClustersInClusters;

/// <summary>One of the networks compared on <see cref="NestedClusters"/>.</summary>
/// <param name="Name">As shown in charts and tables.</param>
/// <param name="Alpha">Weight of the graph penalty on three pairs of neurons; 0 for none.</param>
/// <param name="Beta">Weight of the divergence, which makes it a <see cref="BetaVae"/>; null for an autoencoder.</param>
public sealed record ClusterVariant(string Name, double Alpha = 0, double? Beta = null)
{
    /// <summary>A name for files.</summary>
    internal string Key => Beta is { } beta
        ? string.Create(CultureInfo.InvariantCulture, $"vae-{beta}")
        : string.Create(CultureInfo.InvariantCulture, $"ae-{Alpha}");

    /// <summary>The plain autoencoder.</summary>
    public static ClusterVariant Plain { get; } = new("AE");

    /// <summary>The autoencoder with the graph penalty.</summary>
    /// <param name="alpha">Its weight.</param>
    /// <param name="name">As shown.</param>
    public static ClusterVariant GraphSpectral(double alpha, string name = "GSR") => new(name, alpha);

    /// <summary>The beta-VAE.</summary>
    /// <param name="beta">Weight of the divergence.</param>
    /// <param name="name">As shown.</param>
    public static ClusterVariant Variational(double beta, string name = "beta-VAE") => new(name, Beta: beta);
}
