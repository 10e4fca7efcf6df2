using System.Diagnostics;
using System.Globalization;
using Limpid.Display;
using Limpid.Graphs;
using Limpid.GraphSpectral.Autoencoders;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.ClustersInClusters;

/// <summary>Trains and reads the networks of the paper's clusters-within-clusters experiment, seed by seed.</summary>
/// <remarks>A seed gives its autoencoders the same first weights and all its networks the same order of samples, so that seeds are pairs.</remarks>
public sealed class ClusterExperiment
{
    private readonly NestedClusters train, test;
    private readonly Experiment? replicates;

    /// <summary>An experiment.</summary>
    /// <param name="train">Training samples; used, not owned.</param>
    /// <param name="test">New samples that the networks are read with.</param>
    /// <param name="settings">Equal for all networks.</param>
    /// <param name="replicates">Keeps each finished network's results, or null.</param>
    public ClusterExperiment(NestedClusters train, NestedClusters test, AutoencoderSettings settings, Experiment? replicates = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(settings);
        (this.train, this.test, Settings, this.replicates) = (train, test, settings, replicates);
    }

    /// <summary>Three disjoint edges: neurons (0, 1), (2, 3), (4, 5).</summary>
    public static Graph PairGraph { get; } = Graph.Lines(NestedClusters.Large, 2);

    /// <summary>The paper's widths: 15, 50, 50, 6 with ReLU, 50, 50, 15; no noise.</summary>
    public static AutoencoderLayout Layout { get; } = new(NestedClusters.Features, 2 * NestedClusters.Large) { Hidden = [50, 50], RectifiedEmbedding = true, NoiseDeviation = 0 };

    /// <summary>How the networks are trained.</summary>
    public AutoencoderSettings Settings { get; }

    /// <summary>Runs every variant for every seed, all variants of a seed before the next seed, and shows how far it is.</summary>
    /// <param name="variants">Which networks.</param>
    /// <param name="seeds">Which seeds.</param>
    /// <param name="title">What the progress bar is called.</param>
    /// <param name="log">Gets a line when a network is finished.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public IReadOnlyList<ClusterResult> Run(
        IReadOnlyList<ClusterVariant> variants, IReadOnlyList<Seed> seeds, string title = "networks", TextWriter? log = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(variants);
        ArgumentNullException.ThrowIfNull(seeds);
        (Seed, ClusterVariant)[] all = [.. seeds.SelectMany(seed => variants, (seed, variant) => (seed, variant))];
        var results = new List<ClusterResult>();
        foreach (var (seed, variant) in Progress.Track(all, title))
        {
            var start = Stopwatch.GetTimestamp();
            results.Add(replicates.Replicate(variant.Key, seed, each => Run(variant, each, cancel)) with { Variant = variant.Name });
            log?.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{results.Count} of {all.Length}: {results[^1]}, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
        }
        return results;
    }

    /// <summary>Trains and reads one network.</summary>
    /// <param name="variant">Which network.</param>
    /// <param name="seed">For weights, order of samples, sampling and shuffles.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public ClusterResult Run(ClusterVariant variant, Seed seed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(variant);
        using var scope = NewDisposeScope();
        manual_seed(seed.Of("weights"));
        return variant.Beta is { } beta ? Variational(variant, beta, seed, cancel) : Plain(variant, seed, cancel);
    }

    private ClusterResult Plain(ClusterVariant variant, Seed seed, CancellationToken cancel)
    {
        using var network = new Autoencoder(Layout);
        using var penalty = new GraphSpectralPenalty(PairGraph, variant.Alpha);
        var untrained = Purity(Quietly(network.Encode));
        AutoencoderTraining.Train(network, train.Samples, Settings, seed.Random("order"), variant.Alpha == 0 ? null : (z, _) => penalty.call(z), cancel: cancel);
        return Read(variant, seed, Quietly(network.Encode), Quietly(network.call), untrained);
    }

    private ClusterResult Variational(ClusterVariant variant, double beta, Seed seed, CancellationToken cancel)
    {
        using var network = new BetaVae(Layout, beta);
        Tensor Means(Tensor samples) => network.Posterior(samples).Means;
        var untrained = Purity(Quietly(Means));
        manual_seed(seed.Of("sampling"));
        BetaVaeTraining.Train(network, train.Samples, Settings, seed.Random("order"), cancel: cancel);
        return Read(variant, seed, Quietly(Means), Quietly(network.call), untrained);
    }

    private Tensor Quietly(Func<Tensor, Tensor> function)
    {
        using (no_grad()) return function(test.Samples);
    }

    private double Purity(Tensor activations) =>
        PairPurity.Of(activations, [.. test.ClassOf.Select(c => c / 2)], Pairings.Connected(NestedClusters.Large)).Purity;

    private ClusterResult Read(ClusterVariant variant, Seed seed, Tensor activations, Tensor reconstruction, double untrained) =>
        ClusterReading.Of(variant, seed, activations, test, nn.functional.mse_loss(reconstruction, test.Samples).ToDouble(), untrained, seed.Random("shuffle"));
}
