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
        using var off = no_grad();
        var index = tensor(cells.Select(cell => (long)cell).ToArray());
        var (markers, neurons) = (Standard(samples.index_select(0, index)), Standard(activations.index_select(0, index)));
        var product = markers.t().matmul(neurons).contiguous();
        var result = new double[product.size(0), product.size(1)];
        Buffer.BlockCopy(product.data<double>().ToArray(), 0, result, 0, result.Length * sizeof(double));
        return result;
    }

    private static Tensor Standard(Tensor values)
    {
        var centred = values.to(float64).sub(values.to(float64).mean([0], keepdim: true));
        var length = centred.mul(centred).sum([0L], keepdim: true).sqrt();
        // A column that does not vary is 0 after centring, so whatever it is divided by leaves 0.
        return centred.div(length.clamp_min(1e-12));
    }
}
