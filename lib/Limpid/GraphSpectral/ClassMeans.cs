using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>The mean activation of each neuron for each class: the paper's heat-maps of a structured layer.</summary>
public static class ClassMeans
{
    /// <summary>Means over the samples of each class, float64.</summary>
    /// <param name="activations">Z [B, N], finite.</param>
    /// <param name="labels">Classes [B], integers from 0 to <paramref name="classes"/> - 1.</param>
    /// <param name="classes">Number of classes C.</param>
    /// <returns>A tensor [C, N].</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, a value is not finite, a label is out of range or a class has no sample.</exception>
    /// <example>Z = [[1, 2], [3, 4], [5, 5]] with labels (0, 0, 1) gives [[2, 3], [5, 5]].</example>
    public static Tensor Of(Tensor activations, Tensor labels, int classes)
    {
        var (values, rows, columns) = Activations.Copy(activations, nameof(activations));
        var classOf = Labels.Copy(labels, rows, classes, nameof(labels));
        var (sums, counts) = (new double[classes, columns], new int[classes]);
        for (var row = 0; row < rows; row++)
        {
            counts[classOf[row]]++;
            for (var i = 0; i < columns; i++) sums[classOf[row], i] += values[row * columns + i];
        }
        if (Array.IndexOf(counts, 0) is >= 0 and var empty)
            throw new ArgumentException(FormattableString.Invariant($"Class {empty} has no sample; expected at least one of each."), nameof(labels));
        for (var c = 0; c < classes; c++)
            for (var i = 0; i < columns; i++) sums[c, i] /= counts[c];
        return tensor(sums);
    }
}
