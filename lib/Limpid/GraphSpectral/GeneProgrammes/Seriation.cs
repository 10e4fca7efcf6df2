using Limpid.Graphs;

namespace Limpid.GraphSpectral.GeneProgrammes;

/// <summary>An order in which alike things stand together: the rows and columns of a bi-clustered heat-map.</summary>
public static class Seriation
{
    /// <summary>The order of the columns of a matrix along the Fiedler vector of their similarity graph, whose weights are <c>exp(2 r)</c> for the correlation r of two columns.</summary>
    /// <param name="matrix">[rows, columns], at least one column.</param>
    /// <returns>A permutation of 0 .. columns - 1.</returns>
    public static int[] Columns(double[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var (rows, columns) = (matrix.GetLength(0), matrix.GetLength(1));
        if (columns < 3) return [.. Enumerable.Range(0, columns)];
        double[][] all = [.. Enumerable.Range(0, columns).Select(j => Enumerable.Range(0, rows).Select(i => matrix[i, j]).ToArray())];
        double Weight(int i, int j)
        {
            var r = MathNet.Numerics.Statistics.Correlation.Pearson(all[i], all[j]);
            return Math.Exp(2 * (double.IsFinite(r) ? r : 0));
        }

        var graph = Graph.FromEdges(columns, from i in Enumerable.Range(0, columns) from j in Enumerable.Range(i + 1, columns - i - 1) select new Edge(i, j, Weight(i, j)));
        var slow = Spectrum.Of(graph.Laplacian()).Eigenvector(1);
        return [.. Enumerable.Range(0, columns).OrderBy(column => slow[column])];
    }

    /// <summary>The same for rows.</summary>
    /// <param name="matrix">[rows, columns].</param>
    public static int[] Rows(double[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var turned = new double[matrix.GetLength(1), matrix.GetLength(0)];
        for (var i = 0; i < matrix.GetLength(0); i++)
            for (var j = 0; j < matrix.GetLength(1); j++) turned[j, i] = matrix[i, j];
        return Columns(turned);
    }

    /// <summary>The matrix with rows and columns in another order.</summary>
    /// <param name="matrix">The matrix; left as it is.</param>
    /// <param name="rows">Which row comes where.</param>
    /// <param name="columns">Which column comes where.</param>
    public static double[,] Ordered(double[,] matrix, IReadOnlyList<int> rows, IReadOnlyList<int> columns)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        var result = new double[rows.Count, columns.Count];
        for (var i = 0; i < rows.Count; i++)
            for (var j = 0; j < columns.Count; j++) result[i, j] = matrix[rows[i], columns[j]];
        return result;
    }
}
