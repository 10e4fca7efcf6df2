using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.Margin.Baselines;

/// <summary>A matrix X [n, d] in float64 by the entries of its rows that aren't 0: bags of words have few.</summary>
public sealed class SparseRows
{
    private readonly int[] starts, columns;
    private readonly double[] values;

    private SparseRows(int[] starts, int[] columns, double[] values, int width) => (this.starts, this.columns, this.values, Width) = (starts, columns, values, width);

    /// <summary>Number of rows, n.</summary>
    public int Count => starts.Length - 1;

    /// <summary>Number of columns, d.</summary>
    public int Width { get; }

    /// <summary>Number of entries that aren't 0.</summary>
    public int Entries => values.Length;

    /// <summary>A matrix from the entries of its rows.</summary>
    /// <param name="rows">For each row its entries, columns ascending, values finite; zeros are left out.</param>
    /// <param name="width">d, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is below 1.</exception>
    /// <exception cref="ArgumentException">No row, a column that doesn't exist or isn't larger than the one before, or a value that isn't finite.</exception>
    public static SparseRows From(IEnumerable<IEnumerable<(int Column, double Value)>> rows, int width)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var (starts, columns, values) = (new List<int> { 0 }, new List<int>(), new List<double>());
        foreach (var row in rows)
        {
            var last = -1;
            foreach (var (column, value) in row)
            {
                if (column <= last || column >= width || !double.IsFinite(value))
                    throw new ArgumentException(FormattableString.Invariant($"Row {starts.Count - 1} has {value} in column {column} after column {last}; expected ascending columns below {width} and finite values."), nameof(rows));
                last = column;
                if (value == 0) continue;
                columns.Add(column);
                values.Add(value);
            }
            starts.Add(values.Count);
        }
        if (starts.Count == 1) throw new ArgumentException("There is no row; expected at least one.", nameof(rows));
        return new SparseRows([.. starts], [.. columns], [.. values], width);
    }

    internal static SparseRows From(Tensor matrix, string name)
    {
        ArgumentNullException.ThrowIfNull(matrix, name);
        if (matrix.ndim != 2 || matrix.size(0) < 1 || matrix.size(1) < 1)
            throw new ArgumentException($"The inputs have shape [{string.Join(", ", matrix.shape)}]; expected [n, d] with at least one of each.", name);
        var (dense, _) = SignalTensor.Read(matrix, (int)matrix.size(0), name);
        var width = (int)matrix.size(1);
        return From(Enumerable.Range(0, (int)matrix.size(0)).Select(row => Enumerable.Range(0, width).Select(column => (column, dense[(long)row * width + column]))), width);
    }

    /// <summary>X v.</summary>
    internal double[] Times(double[] v)
    {
        var result = new double[Count];
        for (var row = 0; row < result.Length; row++) result[row] = Product(row, v);
        return result;
    }

    /// <summary>X' u.</summary>
    internal double[] TransposeTimes(double[] u)
    {
        var result = new double[Width];
        for (var row = 0; row < u.Length; row++) Add(row, u[row], result);
        return result;
    }

    /// <summary>X' diag(weights) X v, in one pass over the rows.</summary>
    internal double[] WeightedProduct(double[] weights, double[] v)
    {
        var result = new double[Width];
        for (var row = 0; row < weights.Length; row++) Add(row, weights[row] * Product(row, v), result);
        return result;
    }

    /// <summary>X X', float64, in the open dispose scope: by way of the columns, each pair of rows that share one.</summary>
    internal Tensor Gram()
    {
        var (n, first, rows, entries) = (Count, new int[Width + 1], new int[Entries], new double[Entries]);
        foreach (var column in columns) first[column + 1]++;
        for (var column = 0; column < Width; column++) first[column + 1] += first[column];
        var next = first.ToArray();
        for (var row = 0; row < n; row++)
            for (var at = starts[row]; at < starts[row + 1]; at++)
                (rows[next[columns[at]]], entries[next[columns[at]]++]) = (row, values[at]);
        var gram = new double[(long)n * n];
        for (var row = 0; row < n; row++)
        {
            var products = gram.AsSpan(row * n, n);
            for (var at = starts[row]; at < starts[row + 1]; at++)
                for (var other = first[columns[at]]; other < first[columns[at] + 1]; other++) products[rows[other]] += values[at] * entries[other];
        }
        return tensor(gram).view(n, n);
    }

    /// <summary>The matrix itself, float64, in the open dispose scope.</summary>
    internal Tensor ToDense()
    {
        var dense = new double[(long)Count * Width];
        for (var row = 0; row < Count; row++)
            for (var at = starts[row]; at < starts[row + 1]; at++) dense[(long)row * Width + columns[at]] = values[at];
        return tensor(dense).view(Count, Width);
    }

    // Four sums, because each addition would wait for the one before.
    private double Product(int row, double[] v)
    {
        var places = columns.AsSpan(starts[row]..starts[row + 1]);
        var entries = values.AsSpan(starts[row]..starts[row + 1]);
        var (a, b, c, d, at) = (0.0, 0.0, 0.0, 0.0, 0);
        for (; at <= places.Length - 4; at += 4)
        {
            a += entries[at] * v[places[at]];
            b += entries[at + 1] * v[places[at + 1]];
            c += entries[at + 2] * v[places[at + 2]];
            d += entries[at + 3] * v[places[at + 3]];
        }
        for (; at < places.Length; at++) a += entries[at] * v[places[at]];
        return a + b + (c + d);
    }

    private void Add(int row, double factor, double[] result)
    {
        if (factor == 0) return;
        var places = columns.AsSpan(starts[row]..starts[row + 1]);
        var entries = values.AsSpan(starts[row]..starts[row + 1]);
        for (var at = 0; at < places.Length; at++) result[places[at]] += entries[at] * factor;
    }
}
