using System.Diagnostics;
using System.Globalization;
using Limpid.Data;
using Limpid.Graphs;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>Trains and reads the networks of the paper's MNIST experiment, variant by variant and seed by seed.</summary>
/// <remarks>The same seed gives all variants of one architecture the same first weights and the same order of images, so that seeds are pairs.</remarks>
public sealed class GridExperiment
{
    private readonly ImageSet train, test;
    private readonly Experiment? replicates;

    /// <summary>An experiment on MNIST.</summary>
    /// <param name="train">Training images, 28 x 28; used, not owned.</param>
    /// <param name="test">Test images.</param>
    /// <param name="settings">Equal for all variants.</param>
    /// <param name="replicates">Keeps each finished network's results, or null.</param>
    public GridExperiment(ImageSet train, ImageSet test, GridSettings settings, Experiment? replicates = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(settings);
        (this.train, this.test, Settings, this.replicates) = (train, test, settings, replicates);
    }

    /// <summary>The 8 x 8 grid.</summary>
    public static Graph Layout { get; } = Graph.Grid(8, 8);

    /// <summary>How the networks are trained and read.</summary>
    public GridSettings Settings { get; }

    /// <summary>Runs every variant for every seed, all variants of a seed before the next seed.</summary>
    /// <param name="variants">Which networks.</param>
    /// <param name="seeds">Which seeds.</param>
    /// <param name="log">Gets a line when a network is finished.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public IReadOnlyList<GridResult> Run(
        IReadOnlyList<GridVariant> variants, IReadOnlyList<Seed> seeds, TextWriter? log = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(variants);
        ArgumentNullException.ThrowIfNull(seeds);
        var (results, total) = (new List<GridResult>(), variants.Count * seeds.Count);
        foreach (var (seed, variant) in seeds.SelectMany(seed => variants, (seed, variant) => (seed, variant)))
        {
            var start = Stopwatch.GetTimestamp();
            results.Add(replicates.Replicate(variant.Key, seed, each => Run(variant, each, null, cancel)));
            log?.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{results.Count} of {total}: {results[^1]}, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
        }
        return results;
    }

    /// <summary>Trains and reads one network.</summary>
    /// <param name="variant">Which network.</param>
    /// <param name="seed">For weights, dropout, order of images and permutations.</param>
    /// <param name="stepped">Called after each step with the number of steps done.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public GridResult Run(GridVariant variant, Seed seed, Action<int>? stepped = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(variant);
        using var scope = NewDisposeScope();
        using var network = Untrained(variant, seed);
        using var untrained = GridReading.Of(network, test, 1000);
        Train(network, variant, train, Settings, seed, stepped, cancel);
        return Read(network, variant, seed, untrained.Accuracy);
    }

    internal static GridClassifier Untrained(GridVariant variant, Seed seed)
    {
        manual_seed(seed.Of("weights"));
        return new GridClassifier(variant.Convolutions);
    }

    internal static void Train(
        GridClassifier network, GridVariant variant, ImageSet data, GridSettings settings, Seed seed, Action<int>? stepped, CancellationToken cancel)
    {
        using var penalty = variant.Regulariser.Build(Layout);
        manual_seed(seed.Of("dropout"));
        GridTraining.Train(network, data, penalty, settings, seed.Random("order"), stepped, cancel);
    }

    private GridResult Read(GridClassifier network, GridVariant variant, Seed seed, double untrained)
    {
        using var seen = GridReading.Of(network, train, Settings.ReadingImages);
        using var unseen = GridReading.Of(network, test);
        using var means = ClassMeans.Of(seen.Activations, train.Labels.narrow(0, 0, seen.Count), train.ClassNames.Count);
        var (segmentation, nulls) = (Segmentation.Of(means, Layout), seed.Random("permutations"));
        return new GridResult
        {
            Variant = variant.Name,
            Seed = seed,
            UntrainedAccuracy = untrained,
            TrainAccuracy = seen.Accuracy,
            TestAccuracy = unseen.Accuracy,
            Rayleigh = OrderMeasure.Of(NeuronOrder.Rayleigh(unseen.Activations, Layout.Laplacian(), nulls, Settings.Permutations)),
            Moran = OrderMeasure.Of(NeuronOrder.MoranI(means, Layout, nulls, Settings.Permutations)),
            Segments = OrderMeasure.Of(NeuronOrder.Segments(segmentation, Layout, nulls, Settings.Permutations)),
            ClassMeans = [.. means.data<double>().ToArray().Chunk(Layout.VertexCount)],
            Owners = [.. segmentation.Owners],
            SegmentsPerClass = [.. segmentation.SegmentsPerClass],
            DigitsWithoutRegion = [.. segmentation.ClassesWithoutRegion],
            NineAsSeven = RegionShare.Of(seen, segmentation, digit: 9, other: 7),
            Examples = [.. GridExample.Find(seen, train, 9, misreadAs: 7), .. GridExample.Find(seen, train, 3)],
        };
    }
}
