using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>How alike each sample's map is to its own after more and more layers of the model were randomised.</summary>
public sealed class RandomisationCurve
{
    private readonly double[][] correlations;

    internal RandomisationCurve(IReadOnlyList<string> layers, double[][] correlations)
    {
        (Layers, this.correlations) = (layers, correlations);
        Mean = [.. correlations.Select(row => row.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average())];
    }

    /// <summary>The layers in the order in which they were randomised.</summary>
    public IReadOnlyList<string> Layers { get; }

    /// <summary>The number of samples.</summary>
    public int Samples => correlations[0].Length;

    /// <summary>After each layer, the mean over the samples whose correlation is defined; NaN if there is none.</summary>
    public IReadOnlyList<double> Mean { get; }

    /// <summary>Spearman's rho of |a| and |a'| of a sample after the given layer and all before it were randomised; NaN if one of the maps is constant.</summary>
    /// <param name="sample">From 0.</param>
    /// <param name="layer">From 0, as in <see cref="Layers"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample or layer.</exception>
    public double this[int sample, int layer]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)sample, (uint)Samples, nameof(sample));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)correlations.Length, nameof(layer));
            return correlations[layer][sample];
        }
    }

    /// <summary>Each sample's mean over the layers [N], float64.</summary>
    public Tensor Average() => tensor(Enumerable.Range(0, Samples).Select(sample => correlations.Average(row => row[sample])).ToArray());

    /// <summary>Each sample's correlation with all layers randomised [N], float64.</summary>
    public Tensor Last() => tensor(correlations[^1]);
}
