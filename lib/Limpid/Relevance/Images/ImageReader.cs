using Limpid.Data;
using Limpid.Display;
using Limpid.Relevance.Networks;
using Limpid.Reproduction;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Relevance.Images;

/// <summary>Makes the maps of all methods for the images that a network reads right, batch by batch, and measures them.</summary>
public sealed class ImageReader
{
    private readonly string name;
    private readonly Sequential network;
    private readonly Composite composite;
    private readonly ReadingPlan plan;
    private readonly IReadOnlyList<(string Layer, string Input)> hidden;

    /// <summary>A reader.</summary>
    /// <param name="name">Of the network, with its composite where it has several: letters, digits, '-'.</param>
    /// <param name="network">In evaluation mode.</param>
    /// <param name="composite">The rules; not pruned.</param>
    /// <param name="plan">What is read.</param>
    public ImageReader(string name, Sequential network, Composite composite, ReadingPlan plan)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(composite);
        ArgumentNullException.ThrowIfNull(plan);
        (this.name, this.network, this.composite, this.plan, hidden) = (name, network, composite, plan, HiddenLayers(Network.Of(network)));
    }

    /// <summary>Makes and measures the maps.</summary>
    /// <param name="images">Images that the network reads right.</param>
    /// <param name="masks">Where the figure is [n, H, W], or null.</param>
    /// <param name="seed">For the order of ties, noise and random cuts.</param>
    /// <param name="replicates">Keeps each finished batch, or null.</param>
    /// <param name="cancel">Stops between two methods.</param>
    public ImageReadings Run(ImageSet images, Tensor? masks, Seed seed, Experiment? replicates = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        var starts = Enumerable.Range(0, (images.Count + plan.BatchSize - 1) / plan.BatchSize).Select(batch => batch * plan.BatchSize).ToArray();
        var batches = Progress.Track(starts, $"relevance, {name}")
            .Select(start => replicates.Replicate($"maps-{name}", new Seed(start), _ => Batch(images, masks, start, seed, cancel))).ToArray();
        return ImageReadings.Join(name, batches);
    }

    /// <summary>The map of a method.</summary>
    /// <param name="images">[B, C, H, W].</param>
    /// <param name="method">LRP or PLRP.</param>
    /// <param name="layers">Whether the result holds the hidden layers too.</param>
    /// <exception cref="ArgumentException">The method is a control, which needs other maps.</exception>
    public RelevanceResult Explain(Tensor images, MapMethod method, bool layers = false)
    {
        ArgumentNullException.ThrowIfNull(method);
        return new RelevancePropagation(network, composite.Pruned(method.Pruning())).Explain(images, new RelevanceOptions { Layers = layers, BatchSize = plan.BatchSize });
    }

    private MapReading[] Batch(ImageSet set, Tensor? masks, int start, Seed seed, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        var count = Math.Min(plan.BatchSize, set.Count - start);
        var (images, labels, figures) = (set.Images.narrow(0, start, count), set.Labels.narrow(0, start, count), masks?.narrow(0, start, count));
        var plain = Explain(images, MapMethod.Plain, layers: plan.ReadsHidden(MapMethod.Plain, start));
        var counts = new Dictionary<double, (long[] Input, IReadOnlyList<long[]> Hidden)>();
        var readings = new List<MapReading>();
        foreach (var method in plan.Methods.Where(method => plan.Reads(method, start)))
        {
            cancel.ThrowIfCancellationRequested();
            using var one = NewDisposeScope();
            var readsHidden = plan.ReadsHidden(method, start);
            Tensor map;
            IReadOnlyList<Tensor> layers;
            if (ControlMaps.Makes(method))
            {
                map = ControlMaps.Of(method, plain.Input, counts[method.Share].Input, seed.Of(FormattableString.Invariant($"cut {start}")));
                layers = readsHidden ? [.. hidden.Select((layer, i) => PrunedMap.Top(plain.Layers[layer.Input], counts[method.Share].Hidden[i]))] : [];
            }
            else
            {
                var result = method == MapMethod.Plain ? plain : Explain(images, method, readsHidden);
                map = result.Input;
                layers = readsHidden ? [.. hidden.Select(layer => result.Layers[layer.Input])] : [];
                if (method.Kind == MapKind.Lambda) counts[method.Share] = (PrunedMap.NonZeros(map), [.. layers.Select(PrunedMap.NonZeros)]);
            }
            readings.Add(new MapReading
            {
                Method = method,
                Input = MapComplexity.Of(map),
                Place = figures is null ? null : MapPlace.Of(map, figures, plan.TopK),
                Hidden = [.. layers.Select((layer, i) => new LayerComplexity(hidden[i].Layer, MapComplexity.Of(layer)))],
                Flips = [.. plan.Flips(method, start).Select(filling => MapFaithfulness.Of(network, images, labels, map, filling, plan.Options(seed)))],
            });
        }
        return [.. readings];
    }

    /// <summary>The layers with weights but the first, each with the node whose relevance its pruning cuts; layers that share one are named once.</summary>
    private static (string Layer, string Input)[] HiddenLayers(Network network) => [.. network.Nodes.Where(node => node.IsParametric)
        .Select((node, i) => (Layer: FormattableString.Invariant($"{(node.Operation.Kind == LayerKind.Linear ? "linear" : "conv")} {i + 1}"), Input: network.Nodes[node.Inputs[0]].Name))
        .Where(layer => layer.Input != network.Nodes[0].Name).DistinctBy(layer => layer.Input)];
}
