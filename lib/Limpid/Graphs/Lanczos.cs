using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>A few extreme eigenpairs of a large Laplacian by Lanczos' method with thick restarts.</summary>
/// <remarks>
/// <para>
/// A Krylov basis of some dozen vectors, orthogonalised where an estimate says that rounding has cost more than 1e-12 (Simon 1984). Where the wanted eigenvalues are well apart from the rest that is all it
/// takes: a full basis is compressed to its best half (Wu and Simon 2000). Otherwise its Ritz values bound the wanted eigenvalues, and the next
/// basis is that of a Chebyshev polynomial of L which draws them apart, sharper each time the bound falls to its half (Zhou and Saad 2007).
/// </para>
/// <para>
/// The vectors for eigenvalue 0 are not searched but known, one for each connected component, so its multiplicity is exact. Another multiple
/// eigenvalue shows a single vector to one Krylov space; therefore the search goes on in the complement of what was found, from a new random
/// vector, until the smallest there has converged or its Ritz value shows that no vector below can have had a share of 0.001 / sqrt N in the start.
/// </para>
/// <para>
/// The start is random, from the seed, so results are equal for equal seeds and threads. Memory: (3 count + 44) N numbers. On
/// <c>Graph.Path(3)</c>, D - W: the two smallest are 0 and 1, the largest is 3. For all eigenpairs of a small graph take <see cref="Spectrum"/>.
/// </para>
/// </remarks>
public static class Lanczos
{
    // A product of so many vectors reads the graph once.
    private const int SideBySide = 16;

    /// <summary>The smallest eigenvalues, ascending, with their eigenvectors.</summary>
    /// <param name="laplacian">L. The random-walk kind goes through the symmetric one; its residuals are those of L itself.</param>
    /// <param name="count">How many, 1 to N.</param>
    /// <param name="tolerance">Largest residual |L u - lambda u|, relative to the bound of the eigenvalues; at least 1e-14.</param>
    /// <param name="seed">Of the random start.</param>
    /// <param name="cancellation">Ends the search between two restarts.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> or <paramref name="tolerance"/> is out of range.</exception>
    /// <exception cref="LanczosException">The tolerance was not reached.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static Eigenpairs Smallest(Laplacian laplacian, int count, double tolerance = 1e-8, long seed = 0, CancellationToken cancellation = default) =>
        Find(laplacian, count, tolerance, seed, 1, cancellation);

    /// <summary>The largest eigenvalues, descending, with their eigenvectors.</summary>
    /// <param name="laplacian">L. The random-walk kind goes through the symmetric one; its residuals are those of L itself.</param>
    /// <param name="count">How many, 1 to N.</param>
    /// <param name="tolerance">Largest residual |L u - lambda u|, relative to the bound of the eigenvalues; at least 1e-14.</param>
    /// <param name="seed">Of the random start.</param>
    /// <param name="cancellation">Ends the search between two restarts.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> or <paramref name="tolerance"/> is out of range.</exception>
    /// <exception cref="LanczosException">The tolerance was not reached.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static Eigenpairs Largest(Laplacian laplacian, int count, double tolerance = 1e-8, long seed = 0, CancellationToken cancellation = default) =>
        Find(laplacian, count, tolerance, seed, -1, cancellation);

    private static Eigenpairs Find(Laplacian laplacian, int count, double tolerance, long seed, int sign, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(laplacian);
        var n = laplacian.Graph.VertexCount;
        if (count < 1 || count > n)
            throw new ArgumentOutOfRangeException(nameof(count), count, FormattableString.Invariant($"The count is {count}; expected 1 to {n}."));
        if (!(tolerance >= 1e-14 && tolerance < 1))
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, FormattableString.Invariant(
                $"The tolerance is {tolerance}; expected 1e-14 to 1."));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var symmetric = laplacian.Kind == LaplacianKind.RandomWalk ? laplacian.Graph.Laplacian(LaplacianKind.Symmetric) : laplacian;
        var search = new LanczosSearch(symmetric, sign, tolerance * symmetric.LargestEigenvalueBound, seed, cancellation);
        if (sign > 0) search.LockKernel(count);
        while (search.Found < count) search.LockNext(count - search.Found);
        // Anything missed lies in the complement of what was found, where it would be the extreme one.
        while (search.Found < n && search.LockBeyond(count)) { }
        return Collect(laplacian, search.Best(count), search.Products);
    }

    private static Eigenpairs Collect(Laplacian laplacian, List<(double Value, double[] Vector)> pairs, int products)
    {
        var (n, residuals) = (laplacian.Graph.VertexCount, new double[pairs.Count]);
        var (side, images) = (new double[n * SideBySide], new double[n * SideBySide]);
        for (var first = 0; first < pairs.Count; first += SideBySide)
        {
            var some = pairs.Skip(first).Take(SideBySide).ToArray();
            foreach (var (_, vector) in some)
            {
                if (laplacian.Kind == LaplacianKind.RandomWalk) ToRandomWalk(vector, laplacian.Graph.Degrees);
                Eigenpairs.FixSign(vector);
            }
            for (var v = 0; v < n; v++)
                for (var k = 0; k < some.Length; k++) side[v * SideBySide + k] = some[k].Vector[v];
            // A last few leave columns of the ones before them, which nobody reads.
            laplacian.Product.Combine(side, SideBySide, 1, 0, 0, images);
            for (var v = 0; v < n; v++)
                for (var k = 0; k < some.Length; k++) residuals[first + k] += Square(images[v * SideBySide + k] - some[k].Value * side[v * SideBySide + k]);
        }
        for (var k = 0; k < residuals.Length; k++) residuals[k] = Math.Sqrt(residuals[k]);
        return new Eigenpairs([.. pairs.Select(pair => pair.Value)], [.. pairs.Select(pair => pair.Vector)], residuals, products);
    }

    private static double Square(double value) => value * value;

    private static void ToRandomWalk(double[] vector, ReadOnlySpan<double> degrees)
    {
        for (var v = 0; v < vector.Length; v++)
            if (degrees[v] > 0) vector[v] /= Math.Sqrt(degrees[v]);
        var length = Math.Sqrt(vector.Sum(value => value * value));
        for (var v = 0; v < vector.Length; v++) vector[v] /= length;
    }
}
