using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Limpid.Figures;

namespace Limpid.Mahalanobis.LearningDistances;

/// <summary>A layer at one time of its training, read against the Gaussian.</summary>
/// <param name="Weights">The rows.</param>
/// <param name="Biases">One per row.</param>
/// <param name="Loss">Mean squared error over the points it learned from.</param>
/// <param name="NewLoss">Over others.</param>
/// <param name="Centring">Mean Euclidean distance of the mean from the rows' hyperplanes.</param>
/// <param name="Sphericity">Sphericity error of all rows.</param>
/// <param name="SphericityOfFirsts">The same when each mirrored pair keeps its first.</param>
/// <param name="Rank">Directions in whitened space that the rows hear: eigenvalues of W Sigma W' above a quarter of their mean.</param>
/// <param name="Pairs">Mirrored pairs.</param>
/// <param name="PrecisionError">How far <c>W' W</c> is from Sigma^-1 (from twice that for ReLU and logistic rows), relative.</param>
/// <param name="TraceRatio">sum |w|^2 over tr Sigma^-1.</param>
/// <param name="AxisCosine">Least |cos| in whitened space of a row and the principal axis that it is matched to; NaN with more rows than inputs.</param>
public sealed record LearnedDistance(
    ImmutableArray<ImmutableArray<double>> Weights, ImmutableArray<double> Biases, double Loss, double NewLoss, double Centring, double Sphericity, double SphericityOfFirsts, int Rank,
    int Pairs, double PrecisionError, double TraceRatio, double AxisCosine)
{
    /// <summary>Below this loss a layer counts as exact: the best layer that has lost a direction is far above it.</summary>
    public const double ExactLoss = 1e-4;

    /// <summary>Whether it measures the distance.</summary>
    [JsonIgnore]
    public bool Exact => Loss < ExactLoss;

    /// <summary>Directions of the input that no row hears.</summary>
    [JsonIgnore]
    public int Lost => Math.Max(0, Weights[0].Length - Rank);

    /// <summary>How it ended.</summary>
    [JsonIgnore]
    public LayerOutcome Outcome => Exact ? LayerOutcome.Exact : Lost > 0 ? LayerOutcome.Lost : LayerOutcome.Neither;

    /// <summary>w mu + b of each row: far from 0 where a row stands for a constant.</summary>
    /// <param name="gaussian">Of the layer's inputs.</param>
    /// <exception cref="ArgumentException">The dimensions differ.</exception>
    public ImmutableArray<double> Offsets(Gaussian gaussian)
    {
        ArgumentNullException.ThrowIfNull(gaussian);
        var mean = Points.Numbers(gaussian.Mean);
        if (mean.Length != Weights[0].Length) throw new ArgumentException($"The Gaussian has {mean.Length} dimensions; expected {Weights[0].Length}.", nameof(gaussian));
        return [.. Weights.Zip(Biases, (row, bias) => row.Zip(mean, (w, m) => w * m).Sum() + bias)];
    }

    /// <summary>The rows of a layer of 2 inputs as lines of a figure.</summary>
    /// <param name="group">Their group there.</param>
    /// <exception cref="InvalidOperationException">The layer has another number of inputs.</exception>
    public IReadOnlyList<PlaneLine> Lines(int group) => Weights[0].Length == 2
        ? [.. Weights.Zip(Biases, (row, bias) => new PlaneLine(row[0], row[1], bias, group))]
        : throw new InvalidOperationException($"The layer has {Weights[0].Length} inputs; expected 2.");
}
