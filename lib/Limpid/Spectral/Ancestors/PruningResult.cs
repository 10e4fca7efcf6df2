using System.Text.Json.Serialization;
using Limpid.Spectral.Nodes;

namespace Limpid.Spectral.Ancestors;

/// <summary>One repetition of pruning on Fashion-MNIST, after and before training.</summary>
public sealed record PruningResult
{
    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>The percentiles of nodes pruned.</summary>
    public required double[] Percentiles { get; init; }

    /// <summary>Test accuracy at each, nodes of the spectral network kept by eigenvalue.</summary>
    public required double[] ByEigenvalue { get; init; }

    /// <summary>The same network, kept by the norm of the weights into a node.</summary>
    public required double[] ByWeight { get; init; }

    /// <summary>The same network, kept by lot.</summary>
    public required double[] ByLot { get; init; }

    /// <summary>The plain network, kept by the norm of the weights into a node.</summary>
    public required double[] Plain { get; init; }

    /// <summary>Nodes left in each hidden layer at each percentile, by eigenvalue.</summary>
    public required int[][] Widths { get; init; }

    /// <summary>What the loop by metric, in steps of five with a tenth allowed, tried and chose.</summary>
    public required PruningPoint[] Path { get; init; }

    /// <summary>What it chose.</summary>
    public required PruningPoint Chosen { get; init; }

    /// <summary>|l_out| of all hidden nodes of the spectral network.</summary>
    public required double[] Eigenvalues { get; init; }

    /// <summary>Nodes of the small networks that were chosen before training.</summary>
    public required int KeptBefore { get; init; }

    /// <summary>Test accuracy of a small network of the nodes of largest eigenvalue, trained after the choice.</summary>
    public required double BeforeLargest { get; init; }

    /// <summary>The same of a random choice.</summary>
    public required double BeforeLot { get; init; }

    /// <summary>The same of the nodes of smallest eigenvalue.</summary>
    public required double BeforeSmallest { get; init; }

    /// <summary>Accuracy of the whole spectral network.</summary>
    [JsonIgnore]
    public double Whole => At(ByEigenvalue, 0);

    /// <summary>The value of a curve at a percentile.</summary>
    /// <param name="curve">One of this result's curves.</param>
    /// <param name="percentile">One of <see cref="Percentiles"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">It was not read.</exception>
    public double At(double[] curve, double percentile)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return Array.IndexOf(Percentiles, percentile) is >= 0 and var at ? curve[at]
            : throw new ArgumentOutOfRangeException(nameof(percentile), percentile, FormattableString.Invariant($"No accuracy was read at percentile {percentile}; expected one of {string.Join(", ", Percentiles)}."));
    }

    /// <summary>For example "seed 0: 88.0 % whole, chosen percentile 85 with 60 nodes".</summary>
    public override string ToString() => FormattableString.Invariant(
        $"seed {Seed}: {Whole:P1} whole, chosen percentile {Chosen.Percentile} with {Chosen.Kept} nodes and {Chosen.Metric:P1}; {KeptBefore} nodes chosen before training: {BeforeLargest:P1}, by lot {BeforeLot:P1}");
}
