using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>Correlations between two sets of signals on the same samples, for example genes and neurons on cells.</summary>
public static class ColumnCorrelation
{
    /// <summary>Pearson's correlation of each column of one with each column of the other, float64; 0 where one is constant.</summary>
    /// <param name="rows">X [n, G], finite, n at least 2.</param>
    /// <param name="columns">Z [n, N], finite.</param>
    /// <returns>[G, N].</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static double[,] Of(Tensor rows, Tensor columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        if (rows.shape is not [var n, var genes] || columns.shape is not [var m, var neurons] || n != m || n < 2)
            throw new ArgumentException(FormattableString.Invariant(
                $"The signals have shapes [{string.Join(", ", rows.shape)}] and [{string.Join(", ", columns.shape)}]; expected [n, G] and [n, N] with n at least 2."), nameof(columns));
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var values = Unit(rows).t().matmul(Unit(columns)).contiguous().data<double>().ToArray();
        var result = new double[genes, neurons];
        Buffer.BlockCopy(values, 0, result, 0, values.Length * sizeof(double));
        return result;
    }

    private static Tensor Unit(Tensor signals)
    {
        var x = signals.detach().cpu().to(float64);
        x = x.sub(x.mean([0]));
        // What rounding leaves of a constant must not be blown up.
        return x.div(linalg.norm(x, dims: [0]).clamp_min(1e-6));
    }
}
