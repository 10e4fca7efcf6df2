using MathNet.Numerics.LinearAlgebra;

namespace Limpid.Graphs;

/// <summary>All eigenvalues and eigenvectors of a Laplacian by a dense float64 decomposition: time N^3, memory N^2.</summary>
/// <remarks>
/// Each eigenvector has its entry of largest size positive (the first of them at a tie). Eigenvectors of a repeated eigenvalue are one
/// basis of its subspace out of many: compare subspaces, never the vectors. On <c>Graph.Path(3)</c>, D - W: 0, 1, 3 with
/// (1, 1, 1)/sqrt 3, (1, 0, -1)/sqrt 2 and (-1, 2, -1)/sqrt 6.
/// </remarks>
public sealed class Spectrum
{
    private readonly double[] eigenvalues;
    private readonly double[,] eigenvectors;

    private Spectrum(double[] eigenvalues, double[,] eigenvectors) => (this.eigenvalues, this.eigenvectors) = (eigenvalues, eigenvectors);

    /// <summary>The eigenvalues in ascending order; rounding may leave the smallest a little below 0.</summary>
    public ReadOnlySpan<double> Eigenvalues => eigenvalues;

    /// <summary>Decomposes a Laplacian.</summary>
    /// <param name="laplacian">
    /// L. The random-walk kind has the eigenvalues of the symmetric kind and its eigenvectors times D^(-1/2), scaled to length 1.
    /// </param>
    public static Spectrum Of(Laplacian laplacian)
    {
        ArgumentNullException.ThrowIfNull(laplacian);
        var walk = laplacian.Kind == LaplacianKind.RandomWalk;
        var matrix = (walk ? laplacian.Graph.Laplacian(LaplacianKind.Symmetric) : laplacian).ToMatrix();
        var decomposition = Matrix<double>.Build.DenseOfArray(matrix).Evd(Symmetricity.Symmetric);
        var vectors = decomposition.EigenVectors.ToArray();
        if (walk) Rescale(vectors, laplacian.Graph.Degrees);
        FixSigns(vectors);
        return new Spectrum([.. decomposition.EigenValues.Select(value => value.Real)], vectors);
    }

    /// <summary>Eigenvector number k, one value per vertex, length 1; a new array at each call.</summary>
    /// <param name="k">0 for the smallest eigenvalue, to N - 1. In a connected graph, 1 is the Fiedler vector.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such eigenvector.</exception>
    public double[] Eigenvector(int k)
    {
        if ((uint)k >= (uint)eigenvalues.Length)
            throw new ArgumentOutOfRangeException(nameof(k), k, FormattableString.Invariant(
                $"Eigenvector {k} does not exist; expected 0 to {eigenvalues.Length - 1}."));
        return [.. Enumerable.Range(0, eigenvalues.Length).Select(v => eigenvectors[v, k])];
    }

    private static void Rescale(double[,] vectors, ReadOnlySpan<double> degrees)
    {
        for (var k = 0; k < degrees.Length; k++)
        {
            var square = 0.0;
            for (var v = 0; v < degrees.Length; v++)
            {
                if (degrees[v] > 0) vectors[v, k] /= Math.Sqrt(degrees[v]);
                square += vectors[v, k] * vectors[v, k];
            }
            for (var v = 0; v < degrees.Length; v++) vectors[v, k] /= Math.Sqrt(square);
        }
    }

    private static void FixSigns(double[,] vectors)
    {
        var n = vectors.GetLength(0);
        for (var k = 0; k < n; k++)
        {
            var largest = 0;
            // Entries equal but for rounding count as a tie.
            for (var v = 1; v < n; v++)
                if (Math.Abs(vectors[v, k]) > Math.Abs(vectors[largest, k]) * (1 + 1e-9)) largest = v;
            if (vectors[largest, k] >= 0) continue;
            for (var v = 0; v < n; v++) vectors[v, k] = -vectors[v, k];
        }
    }
}
