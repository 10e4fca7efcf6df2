using Limpid.Figures;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Planes;

/// <summary>Neurons of two inputs as lines of a figure.</summary>
public static class PlaneNeurons
{
    /// <summary>A line per row.</summary>
    /// <param name="layer">A layer of 2 inputs.</param>
    /// <param name="group">Their group in the figure.</param>
    /// <exception cref="ArgumentException">The layer has another number of inputs.</exception>
    public static IReadOnlyList<PlaneLine> Of(Linear layer, int group = 0)
    {
        using var scope = NewDisposeScope();
        var (weight, bias) = LinearRows.Of(layer);
        if (weight.size(1) != 2) throw new ArgumentException($"The layer has {weight.size(1)} inputs; expected 2.", nameof(layer));
        var biases = Points.Numbers(bias);
        return [.. Points.Rows(weight).Select((row, i) => new PlaneLine(row[0], row[1], biases[i], group))];
    }

    /// <summary>A panel: points, the layer's lines, the mean as origin and the ellipses of distance 1, 2 and 3.</summary>
    /// <param name="layer">A layer of 2 inputs.</param>
    /// <param name="gaussian">Of its inputs.</param>
    /// <param name="points">[n, 2].</param>
    /// <param name="group">The lines' group in the figure.</param>
    /// <exception cref="ArgumentException">Something is not of the plane.</exception>
    public static PlaneView View(Linear layer, Gaussian gaussian, Tensor points, int group = 0)
    {
        Points.Check(points, 2, nameof(points));
        var rows = Points.Rows(points);
        var cloud = new double[rows.Length, 2];
        for (var i = 0; i < rows.Length; i++) (cloud[i, 0], cloud[i, 1]) = (rows[i][0], rows[i][1]);
        var mean = Points.Numbers(gaussian.Mean);
        return new(cloud, Of(layer, group), (mean[0], mean[1]), [.. new[] { 1.0, 2, 3 }.Select(distance => Ellipse.Of(gaussian, distance))]);
    }
}
