using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.Margin.Baselines;

/// <summary>A matrix [n, d] by the entries of its rows that aren't 0: bags of words have few.</summary>
internal sealed class SparseRows
{
    private readonly int[] starts, columns;
    private readonly double[] values;

    private SparseRows(int[] starts, int[] columns, double[] values, int width) => (this.starts, this.columns, this.values, Width) = (starts, columns, values, width);

    internal int Count => starts.Length - 1;

    internal int Width { get; }

    internal static SparseRows From(Tensor matrix, string name)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        if (matrix.ndim != 2 || matrix.size(0) < 1 || matrix.size(1) < 1)
            throw new ArgumentException($"The inputs have shape [{string.Join(", ", matrix.shape)}]; expected [n, d] with at least one of each.", name);
        var (dense, _) = SignalTensor.Read(matrix, (int)matrix.size(0), name);
        var (width, starts, columns, values) = ((int)matrix.size(1), new int[(int)matrix.size(0) + 1], new List<int>(), new List<double>());
        for (var at = 0; at < dense.Length; at++)
        {
            if (dense[at] != 0)
            {
                columns.Add(at % width);
                values.Add(dense[at]);
            }
            if (at % width == width - 1) starts[at / width + 1] = values.Count;
        }
        return new SparseRows(starts, [.. columns], [.. values], width);
    }

    /// <summary>X v.</summary>
    internal double[] Times(double[] v)
    {
        var result = new double[Count];
        for (var row = 0; row < result.Length; row++)
        {
            var sum = 0.0;
            for (var at = starts[row]; at < starts[row + 1]; at++) sum += values[at] * v[columns[at]];
            result[row] = sum;
        }
        return result;
    }

    /// <summary>X' u.</summary>
    internal double[] TransposeTimes(double[] u)
    {
        var result = new double[Width];
        for (var row = 0; row < u.Length; row++)
            if (u[row] != 0)
                for (var at = starts[row]; at < starts[row + 1]; at++) result[columns[at]] += values[at] * u[row];
        return result;
    }

    /// <summary>The matrix itself, float64, in the open dispose scope.</summary>
    internal Tensor ToDense()
    {
        var dense = new double[(long)Count * Width];
        for (var row = 0; row < Count; row++)
            for (var at = starts[row]; at < starts[row + 1]; at++) dense[(long)row * Width + columns[at]] = values[at];
        return tensor(dense).view(Count, Width);
    }
}
