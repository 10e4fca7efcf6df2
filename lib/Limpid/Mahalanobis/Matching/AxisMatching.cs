using System.Collections.Immutable;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Matching;

/// <summary>Which neuron stands for which principal axis: the assignment, each axis once, with the largest sum of |cos|.</summary>
/// <remarks>Equal variances leave their axes undetermined, and with them the cosines: compare the subspaces then (<see cref="PrincipalAngles"/>).</remarks>
public static class AxisMatching
{
    /// <summary>The axes of a layer's neurons, by neuron; with more neurons than axes the least fitting stay out.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="gaussian">Of the layer's inputs.</param>
    /// <exception cref="ArgumentException">The dimensions differ.</exception>
    public static ImmutableArray<AxisMatch> Of(Linear layer, Gaussian gaussian)
    {
        using var scope = NewDisposeScope();
        var (weight, _) = LinearRows.Of(layer);
        LinearRows.CheckFit(weight, gaussian);
        return Of(weight.mm(gaussian.Eigenvectors));
    }

    /// <summary>The same in whitened space, where every direction has variance 1: a whitening layer is the PCA layer up to order and signs exactly if all cosines are 1.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="gaussian">Of the layer's inputs.</param>
    /// <exception cref="ArgumentException">The dimensions differ.</exception>
    public static ImmutableArray<AxisMatch> Whitened(Linear layer, Gaussian gaussian)
    {
        using var scope = NewDisposeScope();
        var (weight, _) = LinearRows.Of(layer);
        LinearRows.CheckFit(weight, gaussian);
        return Of(WhitenedRows.Of(weight, gaussian));
    }

    /// <summary>Matches rows, given in coordinates along the axes.</summary>
    internal static ImmutableArray<AxisMatch> Of(Tensor coordinates)
    {
        using var scope = NewDisposeScope();
        var rows = Points.Rows(coordinates);
        var cosines = new double[rows.Length, rows[0].Length];
        for (var i = 0; i < rows.Length; i++)
            for (var (j, norm) = (0, Math.Sqrt(rows[i].Sum(value => value * value))); norm > 0 && j < rows[i].Length; j++) cosines[i, j] = Math.Min(1, Math.Abs(rows[i][j]) / norm);
        var cost = new double[rows.Length, rows[0].Length];
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < rows[i].Length; j++) cost[i, j] = -cosines[i, j];
        return [.. HungarianAssignment.Of(cost).Select((axis, neuron) => (axis, neuron)).Where(found => found.axis >= 0).Select(found => new AxisMatch(found.neuron, found.axis, cosines[found.neuron, found.axis]))];
    }
}
