using Limpid.Display;
using Limpid.Graphs;
using Limpid.GraphSpectral.Autoencoders;
using Limpid.GraphSpectral.MnistGrid;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.Toys;

/// <summary>Trains and reads the autoencoders of one toy, variant by variant and seed by seed.</summary>
/// <remarks>The same seed gives all variants the same first weights and the same batches, so that seeds are pairs. The data are the same for all.</remarks>
public sealed class ToyExperiment
{
    private readonly ToyData data;
    private readonly Experiment? replicates;

    /// <summary>An experiment on a toy.</summary>
    /// <param name="data">Used, not owned.</param>
    /// <param name="layout">The graph on the neurons of the embedding.</param>
    /// <param name="settings">Equal for all variants.</param>
    /// <param name="replicates">Keeps each finished network's results, or null.</param>
    public ToyExperiment(ToyData data, Graph layout, ToySettings settings, Experiment? replicates = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(settings);
        (this.data, Layout, Settings, this.replicates) = (data, layout, settings, replicates);
    }

    /// <summary>The graph on the neurons.</summary>
    public Graph Layout { get; }

    /// <summary>How the networks are trained and read.</summary>
    public ToySettings Settings { get; }

    /// <summary>Runs every variant for every seed, all variants of a seed before the next seed; shows a progress bar.</summary>
    /// <param name="variants">Which networks.</param>
    /// <param name="seeds">Which seeds.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public IReadOnlyList<ToyResult> Run(IReadOnlyList<ToyVariant> variants, IReadOnlyList<Seed> seeds, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(variants);
        ArgumentNullException.ThrowIfNull(seeds);
        var runs = seeds.SelectMany(_ => variants, (seed, variant) => (seed, variant)).ToArray();
        return [.. Progress.Track(runs, $"{data.Name}: networks").Select(run =>
            replicates.Replicate($"{data.Name.Replace(' ', '-')}-{run.variant.Key}", run.seed, each => Run(run.variant, each, cancel)))];
    }

    /// <summary>Trains and reads one network.</summary>
    /// <param name="variant">Which network.</param>
    /// <param name="seed">For weights, noise, batches and permutations.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public ToyResult Run(ToyVariant variant, Seed seed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(variant);
        using var scope = NewDisposeScope();
        using var network = Network(variant, seed);
        using var penalty = variant.Penalty?.Invoke(Layout);
        var annealing = new Annealing(Settings.Decay);
        var training = new AutoencoderSettings { Steps = Settings.Steps, BatchSize = Settings.BatchSize, LearningRate = Settings.LearningRate };
        manual_seed(seed.Of("noise"));
        AutoencoderTraining.Train(network, data.Points, training, seed.Random("batches"),
            penalty is null ? null : (z, step) => penalty.call(z).mul(annealing.Factor(step)), cancel: cancel);
        return Read(network, variant, seed);
    }

    private Autoencoder Network(ToyVariant variant, Seed seed)
    {
        manual_seed(seed.Of("weights"));
        return new Autoencoder(new AutoencoderLayout(data.Features, Layout.VertexCount)
        {
            Hidden = [.. Enumerable.Repeat(Settings.Width, Settings.Layers)],
            RectifiedEmbedding = variant.Rectified && variant.Choice is null,
            Choice = variant.Choice is { } choice ? () => choice(Layout) : null,
            NoiseDeviation = variant.Noise,
        });
    }

    private ToyResult Read(Autoencoder network, ToyVariant variant, Seed seed)
    {
        using var off = no_grad();
        using var z = network.Encode(data.Points);
        var profile = ActivationProfile.Of(z, data, Settings.Bins);
        var error = nn.functional.mse_loss(network.Decode(z), data.Points).ToDouble();
        var variance = data.Points.sub(data.Points.mean([0], keepdim: true)).square().mean().ToDouble();
        var nulls = seed.Random("permutations");
        return new ToyResult
        {
            Variant = variant.Name,
            Seed = seed,
            Unexplained = error / variance,
            Scale = Math.Sqrt(z.square().mean().ToDouble()),
            Living = FieldOrder.Peaks(profile).Count(peak => peak >= 0),
            Roughness = OrderMeasure.Of(NeuronOrder.Rayleigh(z, Layout.Laplacian(), nulls, Settings.Permutations)),
            Order = OrderMeasure.Of(Order(z, profile, nulls)),
            Wraps = data.Periodic ? Math.Abs(FieldOrder.Wraps(profile)) : 0,
            Profile = [.. Enumerable.Range(0, Settings.Bins).Select(bin => Enumerable.Range(0, Layout.VertexCount).Select(v => profile[bin, v]).ToArray())],
        };
    }

    private PermutationNull Order(Tensor z, double[,] profile, Random nulls) =>
        data.Clustered ? GroupPurity.Of(z, [.. data.Coordinates.Select(y => (int)y)], Layout, nulls, Settings.Permutations)
        : data.Periodic ? FieldOrder.OnRing(profile, nulls, Settings.Permutations)
        : FieldOrder.OnPath(profile, nulls, Settings.Permutations);
}
