using Limpid.Data;
using Limpid.Display;
using Limpid.Evaluation;
using Limpid.Relevance.Images;
using Limpid.Reproduction;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Relevance.Ablations;

/// <summary>Reads all variants on the images of one network, batch by batch.</summary>
/// <param name="name">The network's: letters, digits, '-'.</param>
/// <param name="network">In evaluation mode.</param>
/// <param name="variants">What is read; each family with its plain variant.</param>
public sealed class AblationRun(string name, Sequential network, IReadOnlyList<Variant> variants)
{
    /// <summary>Images read together.</summary>
    public int BatchSize { get; init; } = 50;

    /// <summary>Images whose pixels are flipped, counted in whole batches.</summary>
    public int FlipImages { get; init; } = 100;

    /// <summary>Edge of a flipped block.</summary>
    public int Block { get; init; } = 4;

    /// <summary>Blocks between two points of a curve.</summary>
    public int BlocksPerStep { get; init; } = 32;

    /// <summary>Makes the maps for each image's own class and measures them.</summary>
    /// <param name="images">Images that the network reads right.</param>
    /// <param name="masks">Where relevance should lie [n, H, W], or null.</param>
    /// <param name="seed">For random cuts and the order of ties.</param>
    /// <param name="replicates">Keeps each finished batch.</param>
    /// <param name="cancel">Stops between two variants.</param>
    public AblationReadings Run(ImageSet images, Tensor? masks, Seed seed, Experiment replicates, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(replicates);
        var starts = Enumerable.Range(0, (images.Count + BatchSize - 1) / BatchSize).Select(batch => batch * BatchSize).ToArray();
        var batches = Progress.Track(starts, $"variants, {name}")
            .Select(start => replicates.Replicate($"ablations-{name}", new Seed(start), _ => Batch(images, masks, start, seed, cancel))).ToArray();
        return new AblationReadings(name, [.. Enumerable.Range(0, batches[0].Length).Select(i => AblationReading.Join([.. batches.Select(batch => batch[i])]))]);
    }

    private AblationReading[] Batch(ImageSet set, Tensor? masks, int start, Seed seed, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        var count = Math.Min(BatchSize, set.Count - start);
        var (images, labels, figures) = (set.Images.narrow(0, start, count), set.Labels.narrow(0, start, count), masks?.narrow(0, start, count));
        var plain = new Dictionary<string, Tensor>();
        var readings = new List<AblationReading>();
        foreach (var variant in variants)
        {
            cancel.ThrowIfCancellationRequested();
            var map = variant.Map(network, images, labels);
            if (variant.IsPlain) plain[variant.Family] = map;
            readings.Add(Read(variant.Family, variant.Name, map, variant.IsFlipped && start < FlipImages));
            foreach (var control in variant.HasControls ? Control.Names : [])
                readings.Add(Read(variant.Family, control, Control.Of(control, plain[variant.Family], PrunedMap.NonZeros(map), seed.Of(FormattableString.Invariant($"cut {start}"))),
                    control == Control.Random && start < FlipImages));
            if (!variant.IsPlain) map.Dispose();
        }
        return [.. readings];

        AblationReading Read(string family, string of, Tensor map, bool flip)
        {
            var complexity = MapComplexity.Of(map);
            return new(family, of, complexity.Gini, complexity.NonZero, figures is null ? [] : MapComplexity.Numbers(Localisation.MassAccuracy(map, figures)),
                flip ? Abpc(images, labels, map, seed) : []);
        }
    }

    private double[] Abpc(Tensor images, Tensor labels, Tensor map, Seed seed)
    {
        using var scope = NewDisposeScope();
        var options = new FlippingOptions { Unit = FlippingUnit.Patch(Block), UnitsPerStep = BlocksPerStep, Seed = seed, BatchSize = 100 };
        FlippingCurve Curve(FlippingOrder order) => Faithfulness.PixelFlipping(network, images, labels, map, order, options);
        return MapComplexity.Numbers(Faithfulness.Abpc(Curve(FlippingOrder.MostRelevantFirst), Curve(FlippingOrder.LeastRelevantFirst)));
    }
}
