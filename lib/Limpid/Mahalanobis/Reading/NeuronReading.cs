using System.Collections.Immutable;

namespace Limpid.Mahalanobis.Reading;

/// <summary>One neuron <c>s = w x + b</c> read as a distance along a direction, against a Gaussian N(mu, Sigma).</summary>
/// <remarks>
/// With w = (3, 4), b = -5, mu = (1, 1) and Sigma = diag(4, 1): |w| = 5, mean pre-activation m = 2, Euclidean distance of mu to the hyperplane 2/5, pre-activation variance
/// w' Sigma w = 52 and z-offset 2 / sqrt 52. For a row of zeros, what needs a direction is NaN, and direction and anchors are 0 and mu.
/// </remarks>
public sealed record NeuronReading
{
    internal NeuronReading()
    {
    }

    /// <summary>Row of the layer.</summary>
    public required int Index { get; init; }

    /// <summary>|w|, in 1 / unit of the inputs.</summary>
    public required double Norm { get; init; }

    /// <summary>b.</summary>
    public required double Bias { get; init; }

    /// <summary>w / |w| [d].</summary>
    public required ImmutableArray<double> Direction { get; init; }

    /// <summary>1 / |w|^2: the data's variance along the direction if the neuron is Mahalanobis-scaled, and the eigenvalue if the direction is a principal axis. Infinity for a row of zeros.</summary>
    public double ReadVariance => 1 / (Norm * Norm);

    /// <summary>1 / |w|, in the unit of the inputs.</summary>
    public double ReadDeviation => 1 / Norm;

    /// <summary>The point of the hyperplane nearest to the origin, <c>-b w / |w|^2</c> [d].</summary>
    public required ImmutableArray<double> Prototype { get; init; }

    /// <summary>The point of the hyperplane nearest to mu by Euclid, <c>mu - m w / |w|^2</c> [d].</summary>
    public required ImmutableArray<double> EuclideanAnchor { get; init; }

    /// <summary>The point of the hyperplane nearest to mu by Mahalanobis, <c>mu - m Sigma w / (w' Sigma w)</c> [d].</summary>
    public required ImmutableArray<double> MahalanobisAnchor { get; init; }

    /// <summary>m = w mu + b.</summary>
    public required double MeanPreactivation { get; init; }

    /// <summary>|m| / |w|: Euclidean distance of mu to the hyperplane, in the unit of the inputs.</summary>
    public double CentringDistance => Norm == 0 ? double.NaN : Math.Abs(MeanPreactivation) / Norm;

    /// <summary>w' Sigma w, the variance of the pre-activation: 1 if the neuron is Mahalanobis-scaled.</summary>
    public required double PrecisionRatio { get; init; }

    /// <summary>m / sqrt(w' Sigma w): signed Mahalanobis distance of mu to the hyperplane.</summary>
    public double ZOffset => Norm == 0 ? double.NaN : MeanPreactivation / Math.Sqrt(PrecisionRatio);

    /// <summary>The variance along the direction, between the smallest and the largest eigenvalue of Sigma.</summary>
    public double DirectionVariance => Norm == 0 ? double.NaN : PrecisionRatio / (Norm * Norm);

    /// <summary><c>|Sigma v - (v' Sigma v) v| / (v' Sigma v)</c> with the direction v: 0 exactly for eigenvectors.</summary>
    public required double EigenResidual { get; init; }

    /// <summary>The principal axis that lies nearest to the direction, 0 for that of the largest variance; the first at a tie; -1 for a row of zeros.</summary>
    public required int Axis { get; init; }

    /// <summary>|cos| of the angle to that axis.</summary>
    public required double AxisCosine { get; init; }

    /// <summary>Part with s above 0: of the data where there is some, else of the Gaussian.</summary>
    public required double Above { get; init; }

    /// <summary>Part with s below 0.</summary>
    public required double Below { get; init; }

    /// <summary>The smaller of the two parts: how much of the data an absolute value folds over; 1/2 for a hyperplane through the median.</summary>
    public double Folding => Math.Min(Above, Below);

    /// <summary>Through the mean, elsewhere, or dead.</summary>
    public NeuronKind Kind { get; internal init; }

    /// <summary>Whether the neuron is a constant in effect: its pre-activation hardly varies and its hyperplane lies far off.</summary>
    public required bool Collapsed { get; init; }
}
