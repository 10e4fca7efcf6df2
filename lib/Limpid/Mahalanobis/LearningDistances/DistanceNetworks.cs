using Limpid.Mahalanobis.Batched;
using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.LearningDistances;

/// <summary>The author's network, many at once: a linear layer, an activation, the length of what comes out.</summary>
internal sealed class DistanceNetworks : nn.Module<Tensor, Tensor>
{
    // The root has no gradient at 0, which ReLU reach where all rows are silent.
    private const double Least = 1e-12;

    private readonly BatchedLinear layer;
    private readonly DistanceKind kind;

    private DistanceNetworks(BatchedLinear layer, DistanceKind kind) : base(nameof(DistanceNetworks))
    {
        (this.layer, this.kind) = (layer, kind);
        RegisterComponents();
    }

    internal BatchedLinear Layer => layer;

    /// <summary>Kaiming-normal rows, each through a random data point. An absolute value starts as the first half of the ReLU of its seed.</summary>
    internal static DistanceNetworks Start(DistanceKind kind, Tensor points, IReadOnlyList<Seed> seeds)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var d = points.size(1);
        using var all = BatchedLinear.Start(seeds, d, 2 * d, WeightStart.KaimingNormal);
        var biases = stack([.. seeds.Select((seed, i) => BiasSampling.Of(all.Weight[i], points, seed.Of("biases")))], 0);
        var rows = kind == DistanceKind.Abs ? d : 2 * d;
        return new(new(all.Weight.narrow(1, 0, rows), biases.narrow(1, 0, rows)), kind);
    }

    /// <summary>[n, d] to [models, n].</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var sums = layer.call(input);
        // The square of an absolute value is the square of the sum, also in its gradient.
        var outputs = kind switch { DistanceKind.Abs => sums, DistanceKind.Relu => sums.relu(), _ => sums.sigmoid() };
        return outputs.square().sum(1).clamp_min(Least).sqrt().MoveToOuterDisposeScope();
    }

    /// <summary>sum_{i != j} cos^2(w_i, w_j) of each model.</summary>
    internal Tensor Skew()
    {
        using var scope = NewDisposeScope();
        var directions = layer.Weight.div(layer.Weight.square().sum(2, keepdim: true).clamp_min(Least).sqrt());
        var cosines = directions.bmm(directions.transpose(1, 2));
        return cosines.square().sum([1L, 2L]).sub(layer.Weight.size(1)).MoveToOuterDisposeScope();
    }
}
