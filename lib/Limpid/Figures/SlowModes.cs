using Limpid.Graphs;
using MathNet.Numerics.LinearAlgebra;

namespace Limpid.Figures;

/// <summary>Places of a connected graph by the two eigenvectors of D − W that vary least from neighbour to neighbour.</summary>
internal static class SlowModes
{
    // More vectors than the two wanted: an error falls each round by the ratio of their eigenvalues to the first one left out.
    private const int Block = 8;
    private const int MinRounds = 10;
    private const int MaxRounds = 300;
    private const double Tolerance = 1e-10;

    /// <param name="graph">A connected graph.</param>
    /// <returns>x and y of each vertex, each of length 1 and orthogonal to the constant.</returns>
    public static double[,] Places(Graph graph)
    {
        var n = graph.VertexCount;
        var places = new double[n, 2];
        if (n == 1)
            return places;
        var (values, vectors) = n <= Block + 2 ? Small(graph) : Large(graph);
        for (var k = 0; k < Math.Min(2, n - 1); k++)
            for (var v = 0; v < n; v++)
                places[v, k] = vectors[k][v];
        // Of a repeated eigenvalue any two orthogonal vectors are as right as these.
        return n > 2 && Math.Abs(values[1] - values[0]) <= 1e-7 * Math.Abs(values[1]) ? Turning.AlongEdges(places, graph) : places;
    }

    private static (double[] Values, double[][] Vectors) Small(Graph graph)
    {
        var spectrum = Spectrum.Of(graph.Laplacian());
        return (spectrum.Eigenvalues[1..].ToArray(), [.. Enumerable.Range(1, Math.Min(2, graph.VertexCount - 1)).Select(spectrum.Eigenvector)]);
    }

    // Inverse iteration on D − W with the constant vector lifted from eigenvalue 0 to the mean degree, which makes it positive definite. All
    // eigenvectors, as Spectrum finds them, take many times as long.
    private static (double[] Values, double[][] Vectors) Large(Graph graph)
    {
        var n = graph.VertexCount;
        var lift = graph.Degrees.ToArray().Average() / n;
        var matrix = Matrix<double>.Build.DenseOfArray(graph.Laplacian().ToMatrix());
        matrix.MapInplace(value => value + lift, Zeros.Include);
        var factor = matrix.Cholesky();
        var start = Matrix<double>.Build.Dense(n, Block, (v, k) => Math.Cos(Math.PI * (k + 1) * (v + 0.5) / n) + 1e-3 * Math.Sin((v + 1.0) * (k + 2)));
        var block = Orthonormal(start);
        double[] values = [0, 0];
        for (var (round, moved) = (0, true); moved && round < MaxRounds; round++)
        {
            var solved = factor.Solve(block);
            var small = block.TransposeThisAndMultiply(solved).Evd(Symmetricity.Symmetric);
            var found = small.EigenValues.Select(value => value.Real).Reverse().ToArray();
            moved = round < MinRounds || Enumerable.Range(0, 2).Any(k => Math.Abs(found[k] - values[k]) > Tolerance * found[k]);
            (values, block) = (found, Orthonormal(solved * Columns(small.EigenVectors)));
        }
        return (values, [block.Column(0).ToArray(), block.Column(1).ToArray()]);
    }

    // The largest eigenvalues of the inverse come last, and are the smallest of the matrix.
    private static Matrix<double> Columns(Matrix<double> vectors) =>
        Matrix<double>.Build.Dense(vectors.RowCount, vectors.ColumnCount, (i, j) => vectors[i, vectors.ColumnCount - 1 - j]);

    private static Matrix<double> Orthonormal(Matrix<double> block)
    {
        block.SetSubMatrix(0, 0, Matrix<double>.Build.DenseOfColumnVectors(block.EnumerateColumns().Select(c => c - c.Average())));
        return block.GramSchmidt().Q;
    }
}
