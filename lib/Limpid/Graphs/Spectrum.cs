using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>All eigenvalues and eigenvectors of a Laplacian by a dense float64 decomposition: time N^3, memory N^2.</summary>
/// <remarks>
/// Each eigenvector has its entry of largest size positive (the first of them at a tie). Eigenvectors of a repeated eigenvalue are one
/// basis of its subspace out of many: compare subspaces, never the vectors. On <c>Graph.Path(3)</c>, D - W: 0, 1, 3 with
/// (1, 1, 1)/sqrt 3, (1, 0, -1)/sqrt 2 and (-1, 2, -1)/sqrt 6.
/// </remarks>
public sealed class Spectrum
{
    private readonly LaplacianKind kind;
    private readonly double[] eigenvalues;
    private readonly double[,] eigenvectors;

    private Spectrum(LaplacianKind kind, double[] eigenvalues, double[,] eigenvectors) =>
        (this.kind, this.eigenvalues, this.eigenvectors) = (kind, eigenvalues, eigenvectors);

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
        using var scope = NewDisposeScope();
        var matrix = (walk ? laplacian.Graph.Laplacian(LaplacianKind.Symmetric) : laplacian).ToMatrix();
        var (values, columns) = SymmetricEigen.Of(tensor(matrix));
        var vectors = new double[values.Length, values.Length];
        Buffer.BlockCopy(columns.contiguous().data<double>().ToArray(), 0, vectors, 0, vectors.Length * sizeof(double));
        if (walk) Rescale(vectors, laplacian.Graph.Degrees);
        FixSigns(vectors);
        return new Spectrum(laplacian.Kind, values, vectors);
    }

    /// <summary>The graph Fourier transform U'z: the share of each eigenvector in a signal.</summary>
    /// <param name="signal">z, one finite value per vertex.</param>
    /// <exception cref="ArgumentException">The length differs from the number of vertices, or a value is NaN or infinite.</exception>
    /// <exception cref="InvalidOperationException">The Laplacian is of the random-walk kind, whose eigenvectors are not orthogonal.</exception>
    public double[] Transform(ReadOnlySpan<double> signal)
    {
        CheckOrthogonal();
        Signal.Check(signal, eigenvalues.Length, nameof(signal));
        var result = new double[signal.Length];
        for (var v = 0; v < signal.Length; v++)
            for (var k = 0; k < signal.Length; k++) result[k] += eigenvectors[v, k] * signal[v];
        return result;
    }

    /// <summary>The inverse transform: the signal U c with the given shares of the eigenvectors.</summary>
    /// <param name="shares">c, one finite value per eigenvector.</param>
    /// <exception cref="ArgumentException">The length differs from the number of vertices, or a value is NaN or infinite.</exception>
    /// <exception cref="InvalidOperationException">The Laplacian is of the random-walk kind, whose eigenvectors are not orthogonal.</exception>
    public double[] Invert(ReadOnlySpan<double> shares)
    {
        CheckOrthogonal();
        Signal.Check(shares, eigenvalues.Length, nameof(shares));
        var result = new double[shares.Length];
        for (var v = 0; v < shares.Length; v++)
            for (var k = 0; k < shares.Length; k++) result[v] += eigenvectors[v, k] * shares[k];
        return result;
    }

    /// <summary>The matrix function U g(Lambda) U' [N, N].</summary>
    internal double[,] Function(Func<double, double> g) => Weighted(Array.ConvertAll(eigenvalues, value => g(value)));

    /// <summary>The projection on the eigenvectors from number <paramref name="first"/> on [N, N].</summary>
    internal double[,] From(int first) => Weighted([.. eigenvalues.Select((_, k) => k < first ? 0.0 : 1.0)]);

    // U diag(weights) U'.
    private double[,] Weighted(double[] weights)
    {
        CheckOrthogonal();
        using var scope = NewDisposeScope();
        var u = tensor(eigenvectors);
        var values = tensor(weights);
        var product = (u * values).mm(u.t()).contiguous().data<double>().ToArray();
        var result = new double[eigenvalues.Length, eigenvalues.Length];
        Buffer.BlockCopy(product, 0, result, 0, product.Length * sizeof(double));
        return result;
    }

    private void CheckOrthogonal()
    {
        if (kind == LaplacianKind.RandomWalk)
            throw new InvalidOperationException("The eigenvectors of a random-walk Laplacian are not orthogonal; expected the spectrum of the symmetric or unnormalized kind.");
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
        var vector = new double[n];
        for (var k = 0; k < n; k++)
        {
            for (var v = 0; v < n; v++) vector[v] = vectors[v, k];
            Eigenpairs.FixSign(vector);
            for (var v = 0; v < n; v++) vectors[v, k] = vector[v];
        }
    }
}
