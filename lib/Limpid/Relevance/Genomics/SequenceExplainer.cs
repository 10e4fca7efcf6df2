using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Genomics;

/// <summary>Relevance maps of the same sequences by different methods: one value for each position, the sum over its four channels.</summary>
public sealed class SequenceExplainer : IDisposable
{
    private readonly Composite composite;
    private readonly nn.Module<Tensor, Tensor> network;
    private readonly Tensor inputs, targets;
    private readonly Seed seed;
    private readonly Lazy<Tensor> plain;
    private readonly Dictionary<MapMethod, long[]> counts = [];

    /// <summary>An explainer of sequences; it uses the tensors and does not own them.</summary>
    /// <param name="network">From one-hot [N, 4, L] to scores.</param>
    /// <param name="inputs">One-hot [N, 4, L].</param>
    /// <param name="targets">The score explained for each [N], int64.</param>
    /// <param name="composite">The rules, without pruning.</param>
    /// <param name="seed">For the random cut.</param>
    public SequenceExplainer(nn.Module<Tensor, Tensor> network, Tensor inputs, Tensor targets, Composite composite, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(composite);
        (this.network, this.inputs, this.targets, this.composite, this.seed) = (network, inputs, targets, composite, seed);
        plain = new Lazy<Tensor>(() => Propagate(null).DetachFromDisposeScope());
    }

    /// <summary>The map of each sequence.</summary>
    /// <param name="method">How it is made.</param>
    /// <returns>[N, L], float32, signed.</returns>
    public Tensor Map(MapMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        var map = method.Kind switch
        {
            MapKind.Plain => plain.Value.clone(),
            MapKind.Lambda => Propagate(Pruning.Lambda(method.Share)),
            MapKind.LambdaAll => Propagate(All(method.Share)),
            MapKind.Matrix => Propagate(Pruning.Matrix(method.Share)),
            MapKind.Threshold => PrunedMap.Threshold(plain.Value, method.Share),
            MapKind.Top => PrunedMap.Top(plain.Value, Left(MapKind.Lambda, method.Share)),
            MapKind.TopAll => PrunedMap.Top(plain.Value, Left(MapKind.LambdaAll, method.Share)),
            MapKind.Random => PrunedMap.Random(plain.Value, Left(MapKind.Lambda, method.Share), Cut),
            MapKind.RandomAll => PrunedMap.Random(plain.Value, Left(MapKind.LambdaAll, method.Share), Cut),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method.Kind, "Expected one of the kinds."),
        };
        if (method.Kind is MapKind.Lambda or MapKind.LambdaAll)
            counts[method] = PrunedMap.NonZeros(map);
        return map;
    }

    /// <summary>Frees the plain map kept for the controls.</summary>
    public void Dispose()
    {
        if (plain.IsValueCreated) plain.Value.Dispose();
    }

    private int Cut => (int)(seed.Of("random cut").Value & int.MaxValue);

    private long[] Left(MapKind kind, double share)
    {
        var method = new MapMethod(kind, share);
        if (counts.TryGetValue(method, out var known)) return known;
        using var map = Map(method);
        return counts[method];
    }

    private static Pruning All(double share) => Pruning.Lambda(share) with { First = true };

    private Tensor Propagate(Pruning? pruning)
    {
        using var result = new RelevancePropagation(network, composite.Pruned(pruning)).Explain(inputs, targets);
        return result.Input.sum(1L);
    }
}
