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

    // Most vectors between two looks at what was found.
    private const int Stride = 6;

    // A new search pays only if the old one has more steps than these before it.
    private const int NextSteps = 20;

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
        var room = Math.Min(2 * wanted + 40, n - Found);
        var basis = new KrylovBasis([.. locked.Select(pair => pair.Vector)], n, room, random);
        var (stride, before) = (wanted + Stride, (Size: 0, Worst: double.PositiveInfinity));
        for (var check = 0; check < MostChecks; check++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var inner = NewDisposeScope();
            basis.Grow(end, Math.Min(room, Math.Max(wanted, basis.Size) + stride));
            var (values, errors, shares) = basis.Ritz();
            var exclusion = limit is { } below ? StepsToExclude(values[0], end.Image(below)) : double.PositiveInfinity;
            if (basis.StepsFromRandom >= exclusion) return false;
            var worst = Enumerable.Range(0, wanted).Max(k => errors[k] == 0 ? 0 : errors[k] * end.LeastSlack(values[k]));
            if (worst <= tolerance && Lock(values, errors, basis.Vectors(shares, wanted), limit) is { } done) return done;
            stride = (int)Math.Ceiling(Math.Clamp(Math.Min(exclusion - basis.StepsFromRandom, StepsToConverge(before, (basis.Size, worst))), 1, Stride));
            before = (basis.Size, worst);
            if (basis.Size < room) continue;
            before = (0, double.PositiveInfinity);
            // The Ritz value after the wanted ones bounds the eigenvalue after them, or is as good as the last.
            var next = values[Math.Min(wanted, room - 1)];
            if (!IsNear(values[wanted - 1], next, worst) && end.Sharper(end.Value(next)) is { } sharper)
            {
                end = sharper;
                if (limit is null) basis.Restart(shares, wanted);
                else basis.RestartRandom();
            }
            else basis.Compress(values, shares, Math.Min(wanted + (room - wanted) / 2, room - 1));
        }
        throw new LanczosException(FormattableString.Invariant(
            $"{wanted} eigenpairs of a Laplacian of {n} vertices were not found to {tolerance} in {Products} products; expected a larger tolerance."));
    }

    /// <summary>Locks the vectors and says so; with a limit, only if the first lies below it; null if a vector is not good enough.</summary>
    private bool? Lock(double[] images, double[] errors, Tensor vectors, double? limit)
    {
        if (limit is { } below && end.Value(images[0]) >= below) return false;
        var pairs = new (double Value, double[] Vector)[vectors.size(0)];
        var image = new double[n];
        for (var k = 0; k < pairs.Length; k++)
        {
            var vector = vectors[k].data<double>().ToArray();
            pairs[k] = (end.Value(images[k]), vector);
            if (errors[k] == 0 || errors[k] * end.Slack(images[k]) <= tolerance) continue;
            pairs[k].Value = end.Quotient(vector, image);
            if (Eigenpairs.Residual(vector, image, pairs[k].Value) > tolerance) return null;
        }
        locked.AddRange(pairs);
        return true;
    }

    /// <summary>
    /// Whether the residuals will fall to the tolerance before the next compression, if there is nothing between the last wanted Ritz value and the
    /// next: a step then makes them smaller by exp(2 sqrt gap), with the gap relative to what lies above it.
    /// </summary>
    private bool IsNear(double last, double next, double worst) =>
        Math.Log(worst / tolerance) < NextSteps * 2 * Math.Sqrt(Math.Max(0, next - last) / (end.Top - next));

    /// <summary>After how many more steps the residuals will be at the tolerance, if they go on falling as since the last look.</summary>
    private double StepsToConverge((int Size, double Worst) before, (int Size, double Worst) now)
    {
        var rate = Math.Log(before.Worst / now.Worst) / (now.Size - before.Size);
        return double.IsFinite(rate) && rate > 0 ? Math.Log(now.Worst / tolerance) / rate : double.PositiveInfinity;
    }

    /// <summary>
    /// After how many steps from a random start no eigenvector at or below a limit can have had a share of LeastShare / sqrt N in it: with a lowest
    /// Ritz value r above the limit, Chebyshev's polynomial over [r, top] would have enlarged it until a vector of the space had a quotient
    /// below r, and r is the lowest of all.
    /// </summary>
    private double StepsToExclude(double ritz, double limit)
    {
        if (ritz <= limit || ritz >= end.Top) return double.PositiveInfinity;
        var growth = Math.Sqrt(n) / LeastShare * Math.Sqrt((end.Top - ritz) / (ritz - limit));
        return Math.Max(2, 1 + Math.Acosh(Math.Max(1, growth)) / Math.Acosh(1 + 2 * (ritz - limit) / (end.Top - ritz)));
    }
}
