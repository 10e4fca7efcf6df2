using static TorchSharp.torch;

namespace Limpid.GraphSpectral.CellTrajectories;

/// <summary>Pearson's correlation of every marker with every neuron.</summary>
public static class MarkerCorrelation
{
    /// <summary>Correlates over some cells.</summary>
    /// <param name="samples">X [cells, markers].</param>
    /// <param name="activations">Z [cells, neurons].</param>
    /// <param name="cells">Positions of at least two cells.</param>
    /// <returns>[markers, neurons]; 0 where a marker or a neuron does not vary.</returns>
    /// <exception cref="ArgumentException">There are fewer than two cells.</exception>
    public static double[,] Of(Tensor samples, Tensor activations, IReadOnlyList<int> cells)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(activations);
        if (cells.Count < 2)
            throw new ArgumentException(FormattableString.Invariant($"There are {cells.Count} cells; expected at least 2."), nameof(cells));
        using var scope = NewDisposeScope();
        var index = tensor(cells.Select(cell => (long)cell).ToArray());
        return ColumnCorrelation.Of(samples.index_select(0, index), activations.index_select(0, index));
    }
}
