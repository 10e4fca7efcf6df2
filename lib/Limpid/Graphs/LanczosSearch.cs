using Limpid.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>
/// The search behind <see cref="Lanczos"/>: eigenpairs are found in the complement of those that are locked. With sign -1 it looks at -L, so
/// that the wanted end is always the lower one.
/// </summary>
internal sealed class LanczosSearch(Laplacian laplacian, int sign, double tolerance, long seed, CancellationToken cancellation)
{
    private const int MostChecks = 20_000;

    // Vectors between two looks at what was found.
    private const int Stride = 4;

    // Vectors beyond the wanted ones after which the bound of the wanted eigenvalues is good enough to go on with a sharper polynomial.
    private const int Probe = 15;

    // A random unit vector has less than this over sqrt N of a given direction with probability 0.0008.
    private const double LeastShare = 1e-3;

    private readonly int n = laplacian.Graph.VertexCount;
    private readonly List<(double Value, double[] Vector)> locked = [];
    private readonly SplitMix64 random = new(seed);
    private SpectrumEnd end = new(laplacian, sign);

    public int Found => locked.Count;

    public int Products => end.Products;

    /// <summary>The found pairs from the wanted end on, with the sign taken back.</summary>
    public List<(double Value, double[] Vector)> Best(int count) =>
        [.. locked.OrderBy(pair => pair.Value).Take(count).Select(pair => (sign * pair.Value + 0.0, pair.Vector))];

    /// <summary>Locks the eigenvectors of eigenvalue 0, one per connected component, as many as are wanted.</summary>
    public void LockKernel(int most)
    {
        var components = ConnectedComponents.Of(laplacian.Graph);
        var vectors = new double[Math.Min(components.Count, most)][];
        var squares = new double[vectors.Length];
        for (var c = 0; c < vectors.Length; c++) vectors[c] = new double[n];
        for (var v = 0; v < n; v++)
        {
            var (component, degree) = (components.ComponentOf[v], laplacian.Graph.Degrees[v]);
            if (component >= vectors.Length) continue;
            var square = laplacian.Kind == LaplacianKind.Symmetric && degree > 0 ? degree : 1;
            vectors[component][v] = Math.Sqrt(square);
            squares[component] += square;
        }
        for (var v = 0; v < n; v++)
            if (components.ComponentOf[v] is var c && c < vectors.Length) vectors[c][v] /= Math.Sqrt(squares[c]);
        locked.AddRange(vectors.Select(vector => (0.0, vector)));
    }

    /// <summary>Finds the next eigenpairs in the complement and locks them.</summary>
    public void LockNext(int wanted) => Search(Math.Min(wanted, n - Found), null);

    /// <summary>
    /// Looks in the complement for an eigenvalue below the last of those wanted, and locks it. A Ritz value is never below the smallest
    /// eigenvalue, so there is no false alarm.
    /// </summary>
    public bool LockBeyond(int wanted)
    {
        var last = locked.Select(pair => pair.Value).Order().ElementAt(wanted - 1);
        if (sign > 0 && last <= 0) return false; // No eigenvalue of a Laplacian is negative.
        return Search(1, last - Math.Max(tolerance, 1e-10 * laplacian.LargestEigenvalueBound));
    }

    /// <summary>Locks the lowest Ritz pairs in the complement of the locked ones; with a limit, one if it lies below. Whether it did.</summary>
    private bool Search(int wanted, double? limit)
    {
        using var scope = NewDisposeScope();
        var room = Math.Min(2 * wanted + 30, n - Found);
        var basis = new KrylovBasis([.. locked.Select(pair => pair.Vector)], n, room, random);
        for (var check = 0; check < MostChecks; check++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var inner = NewDisposeScope();
            basis.Grow(end, Math.Min(room, Math.Max(wanted, basis.Size) + Stride));
            var (values, errors, shares) = basis.Ritz();
            if (limit is { } below && IsExcluded(values[0], end.Image(below), basis.StepsFromRandom)) return false;
            if (Enumerable.Range(0, wanted).All(k => errors[k] == 0 || errors[k] * end.Slack(values[k]) <= tolerance))
                return Lock(values, basis.Vectors(shares, wanted), limit);
            // The Ritz value after the wanted ones bounds the eigenvalue after them, or is as good as the last.
            var sharper = basis.Size < Math.Min(room, wanted + Probe) ? null : end.Sharper(end.Value(values[Math.Min(wanted, basis.Size - 1)]));
            if (sharper is null && basis.Size == room) basis.Compress(values, shares, Math.Min(wanted + (room - wanted) / 2, room - 1));
            if (sharper is null) continue;
            end = sharper;
            if (limit is null) basis.Restart(shares, wanted);
            else basis.RestartRandom();
        }
        throw new LanczosException(FormattableString.Invariant(
            $"{wanted} eigenpairs of a Laplacian of {n} vertices were not found to {tolerance} in {Products} products; expected a larger tolerance."));
    }

    private bool Lock(double[] images, Tensor vectors, double? limit)
    {
        if (limit is { } below && end.Value(images[0]) >= below) return false;
        for (var k = 0; k < vectors.size(0); k++) locked.Add((end.Value(images[k]), vectors[k].data<double>().ToArray()));
        return true;
    }

    /// <summary>
    /// Whether no eigenvector at or below a limit can have a share of LeastShare / sqrt N in the random start: after so many steps with a lowest
    /// Ritz value r above the limit, Chebyshev's polynomial over [r, top] would have enlarged it until a vector of the space had a quotient
    /// below r, and r is the lowest of all.
    /// </summary>
    private bool IsExcluded(double ritz, double limit, int steps)
    {
        if (steps < 2 || ritz <= limit) return false;
        if (ritz >= end.Top) return false;
        var growth = Math.Cosh((steps - 1) * Math.Acosh(1 + 2 * (ritz - limit) / (end.Top - ritz)));
        return growth * LeastShare / Math.Sqrt(n) > Math.Sqrt((end.Top - ritz) / (ritz - limit));
    }
}
