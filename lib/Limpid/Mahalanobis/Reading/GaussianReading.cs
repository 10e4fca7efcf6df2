using System.Collections.Immutable;
using Limpid.Mahalanobis.Matching;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Reading;

/// <summary>A linear layer <c>s = W x + b</c> read against a Gaussian of its inputs: each neuron as a distance along a direction, and how near the layer is to one that whitens.</summary>
/// <remarks>
/// All in float64 on the CPU; layer, data and Gaussian are left as they are. Source: Oursland 2024, arXiv:2410.19352, and the measures of the author's code; where a measure is ours, its definition says no source.
/// </remarks>
/// <example>
/// <code>
/// var reading = GaussianReading.Of(network.first, images.reshape(-1, 784), Conditioning.EigenvalueFloor(1e-4));
/// double[] offsets = [.. reading.Neurons.Select(neuron => neuron.ZOffset)];
/// </code>
/// </example>
public sealed record GaussianReading
{
    internal GaussianReading()
    {
    }

    /// <summary>One reading per row.</summary>
    public required ImmutableArray<NeuronReading> Neurons { get; init; }

    /// <summary>Rank of the data's covariance before any conditioning.</summary>
    public required int Rank { get; init; }

    /// <summary>Largest over smallest eigenvalue of the covariance as used.</summary>
    public required double ConditionNumber { get; init; }

    /// <summary><c>| W Sigma W' - I |_F</c>: 0 exactly for whitening rows. The same as <c>| R R' - I |_F</c> with the rows R in whitened space.</summary>
    public required double WhiteningError { get; init; }

    /// <summary>The same for rows of length 1, a test of the author's code: 0 only if the variance along each row is 1, so no measure of whitening.</summary>
    public required double UnitRowWhiteningError { get; init; }

    /// <summary>Whitening up to a common scale.</summary>
    public required Sphericity Sphericity { get; init; }

    /// <summary>Whitening up to a common scale of the rows that are left when each mirrored pair keeps its first: what to look at in a ReLU layer.</summary>
    public required Sphericity SphericityOfFirsts { get; init; }

    /// <summary><c>W' W</c> beside <c>Sigma^-1</c>.</summary>
    public required PrecisionMatch Precision { get; init; }

    /// <summary>Trace and determinant beside those of <c>Sigma^-1</c>.</summary>
    public required LayerInvariants Invariants { get; init; }

    /// <summary>The Gaussian that the weights alone tell of.</summary>
    public required Recovery Recovered { get; init; }

    /// <summary>The best assignment of neurons to principal axes.</summary>
    public required ImmutableArray<AxisMatch> Axes { get; init; }

    /// <summary>Mean angle, in degrees, between the rows and their axes in whitened space: 0 exactly for the PCA layer up to order, signs and scales.</summary>
    public required double AngleToPca { get; init; }

    /// <summary>Rows that point opposite ways.</summary>
    public required ImmutableArray<MirroredPair> Pairs { get; init; }

    /// <summary>Mean of the neurons' <see cref="NeuronReading.CentringDistance"/>, without rows of zeros; NaN if there is no other.</summary>
    public double CentringDistance => Neurons.Where(neuron => neuron.Norm > 0).Select(neuron => neuron.CentringDistance).DefaultIfEmpty(double.NaN).Average();

    /// <summary>Reads a layer against a Gaussian.</summary>
    /// <param name="layer">W [m, d] and b [m], of any type and device.</param>
    /// <param name="gaussian">Of its inputs.</param>
    /// <param name="data">Inputs [n, d] for the parts above and below each hyperplane; the Gaussian's own if null.</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="ArgumentException">The dimensions differ or a value isn't finite.</exception>
    public static GaussianReading Of(Linear layer, Gaussian gaussian, Tensor? data = null, ReadingOptions? options = null)
    {
        using var scope = NewDisposeScope();
        var (weight, bias) = LinearRows.Of(layer);
        return LayerReader.Read(weight, bias, gaussian, data, options ?? new());
    }

    /// <summary>Reads a layer against data, by the Gaussian fitted to them.</summary>
    /// <param name="layer">W [m, d] and b [m].</param>
    /// <param name="data">The layer's inputs [n, d], n at least 2.</param>
    /// <param name="conditioning">What to do about a singular covariance; nothing if null.</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="ArgumentException">The dimensions differ or a value isn't finite.</exception>
    /// <exception cref="SingularCovarianceException">The covariance is singular, for example with n at most d, and no conditioning was asked for.</exception>
    public static GaussianReading Of(Linear layer, Tensor data, Conditioning? conditioning = null, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        Points.Check(data, layer.weight!.size(1), nameof(data));
        using var gaussian = Gaussian.Fit(data, conditioning);
        return Of(layer, gaussian, data, options);
    }
}
