using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>The search behind <see cref="NearestNeighbours"/>: blocks of products, then exact distances among the candidates.</summary>
internal sealed class NeighbourSearch
{
    // More candidates than neighbours, so that rounding seldom leaves a neighbour in doubt.
    private const int Spare = 8;

    private readonly PointMatrix points;
    private readonly int n, k;
    private readonly double largest;
    private readonly CandidateLists lists;
    private readonly int[] indices;
    private readonly double[] distances;
    private readonly ParallelOptions parallel;
    private readonly KernelSums? sums;

    /// <summary>A search; where there are sums, every block of products is added to them on its way.</summary>
    public NeighbourSearch(PointMatrix points, int k, KernelSums? sums = null)
    {
        (this.points, this.k, n, this.sums) = (points, k, points.Count, sums);
        largest = points.Squares.Max();
        lists = new CandidateLists(n, Math.Min(k + Spare, n - 1));
        (indices, distances) = (new int[(long)n * k], new double[(long)n * k]);
        parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, get_num_threads()) };
    }

    public NearestNeighbours Run(CancellationToken cancellation)
    {
        points.EachProduct(ScanBlock, cancellation);
        var doubtful = Choose();
        for (var at = 0; at < doubtful.Length; at += PointMatrix.Block)
        {
            cancellation.ThrowIfCancellationRequested();
            ChooseAnew(doubtful.AsSpan(at, Math.Min(PointMatrix.Block, doubtful.Length - at)).ToArray());
        }
        return new NearestNeighbours(indices, distances, n, k);
    }

    /// <summary>
    /// How far |x|^2 + |y|^2 - 2 x'y of the centred points, as computed, can lie from the squared distance: d + 8 roundings of relative size
    /// 2^-53 on terms that are together at most 2 (|x|^2 + |y|^2), with the largest |y|^2 there is.
    /// </summary>
    private double Doubt(int point) => 2 * (points.Dimension + 8) * Math.Pow(2, -53) * 2 * (points.Squares[point] + largest);

    private void ScanBlock(Tensor products, int first, int second)
    {
        var (rows, columns) = ((int)products.size(0), (int)products.size(1));
        sums?.Add(points, products, first, second, parallel);
        const int chunk = 128;
        Parallel.For(0, (rows + chunk - 1) / chunk, parallel, c =>
        {
            var values = MemoryMarshal.Cast<byte, double>(products.bytes);
            for (var r = c * chunk; r < Math.Min(rows, (c + 1) * chunk); r++)
                ScanRow(first + r, second, values.Slice(r * columns, columns));
        });
        if (first == second) return;
        Parallel.For(0, (columns + chunk - 1) / chunk, parallel, c =>
        {
            var values = MemoryMarshal.Cast<byte, double>(products.bytes);
            var (from, to) = (c * chunk, Math.Min(columns, (c + 1) * chunk));
            for (var r = 0; r < rows; r++) ScanColumns(first + r, second + from, values[(r * columns + from)..(r * columns + to)]);
        });
    }

    /// <summary>Offers the points from <paramref name="first"/> on to one point.</summary>
    private void ScanRow(int point, int first, ReadOnlySpan<double> products)
    {
        var own = points.Squares[point];
        var squares = points.Squares.AsSpan(first, products.Length);
        var (ownAll, limit, c) = (new Vector<double>(own), new Vector<double>(lists.Thresholds[point]), 0);
        for (; c <= products.Length - Vector<double>.Count; c += Vector<double>.Count)
        {
            if (!Vector.LessThanAny(ownAll + new Vector<double>(squares[c..]) - 2 * new Vector<double>(products[c..]), limit)) continue;
            for (var e = c; e < c + Vector<double>.Count; e++) Offer(point, first + e, own + squares[e] - 2 * products[e]);
            limit = new Vector<double>(lists.Thresholds[point]);
        }
        for (; c < products.Length; c++) Offer(point, first + c, own + squares[c] - 2 * products[c]);
    }

    /// <summary>Offers one point to the points from <paramref name="first"/> on.</summary>
    private void ScanColumns(int point, int first, ReadOnlySpan<double> products)
    {
        var own = points.Squares[point];
        var squares = points.Squares.AsSpan(first, products.Length);
        var limits = lists.Thresholds.AsSpan(first, products.Length);
        var (ownAll, c) = (new Vector<double>(own), 0);
        for (; c <= products.Length - Vector<double>.Count; c += Vector<double>.Count)
        {
            var squared = new Vector<double>(squares[c..]) + ownAll - 2 * new Vector<double>(products[c..]);
            if (!Vector.LessThanAny(squared, new Vector<double>(limits[c..]))) continue;
            for (var e = c; e < c + Vector<double>.Count; e++) Offer(first + e, point, squares[e] + own - 2 * products[e]);
        }
        for (; c < products.Length; c++) Offer(first + c, point, squares[c] + own - 2 * products[c]);
    }

    private void Offer(int point, int candidate, double squared)
    {
        if (squared < lists.Thresholds[point] && point != candidate) lists.Add(point, squared, candidate);
    }

    /// <summary>Takes the neighbours of each point out of its candidates; the points for which one may be missing.</summary>
    private int[] Choose()
    {
        var inDoubt = new bool[n];
        const int chunk = 256;
        Parallel.For(0, (n + chunk - 1) / chunk, parallel, c =>
        {
            for (var point = c * chunk; point < Math.Min(n, (c + 1) * chunk); point++)
            {
                var candidates = lists.Candidates(point);
                var worst = Take(point, candidates);
                // Whoever is no candidate has at least the threshold, but for rounding.
                inDoubt[point] = candidates.Length < n - 1 && lists.Thresholds[point] - Doubt(point) <= worst;
            }
        });
        return [.. Enumerable.Range(0, n).Where(point => inDoubt[point])];
    }

    /// <summary>Stores the k nearest of the candidates by exact distance, then index; the largest squared distance among them.</summary>
    private double Take(int point, ReadOnlySpan<int> candidates)
    {
        var ranked = new (double Squared, int Index)[candidates.Length];
        for (var c = 0; c < ranked.Length; c++) ranked[c] = (SquaredDistance(point, candidates[c]), candidates[c]);
        Array.Sort(ranked);
        return Store(point, ranked);
    }

    /// <summary>
    /// The k-th distance found so far is an upper bound of the true one, so every neighbour has a product distance within the doubt of it.
    /// </summary>
    private void ChooseAnew(int[] chosen)
    {
        using var scope = NewDisposeScope();
        var rows = points.Centred.index_select(0, tensor(chosen.Select(p => (long)p).ToArray()));
        var limits = chosen.Select(p => distances[p * k + k - 1] * distances[p * k + k - 1] * (1 + 1e-15) + Doubt(p)).ToArray();
        var found = chosen.Select(_ => new List<(double Squared, int Index)>()).ToArray();
        for (var first = 0; first < n; first += PointMatrix.Block)
        {
            using var inner = NewDisposeScope();
            var products = rows.mm(points.Rows(first).t());
            var columns = (int)products.size(1);
            Parallel.For(0, chosen.Length, parallel, r =>
            {
                var values = MemoryMarshal.Cast<byte, double>(products.bytes).Slice(r * columns, columns);
                var own = points.Squares[chosen[r]];
                for (var c = 0; c < columns; c++)
                    if (own + points.Squares[first + c] - 2 * values[c] <= limits[r] && first + c != chosen[r])
                        found[r].Add((SquaredDistance(chosen[r], first + c), first + c));
                if (found[r].Count > k) limits[r] = Trim(found[r], limits[r]);
            });
        }
        for (var r = 0; r < chosen.Length; r++)
        {
            found[r].Sort();
            Store(chosen[r], CollectionsMarshal.AsSpan(found[r]));
        }
    }

    /// <summary>
    /// Keeps the k nearest, so that duplicates by the thousand don't fill the memory. The limit that remains: indices ascend, so nothing that
    /// comes later belongs among k points at distance 0.
    /// </summary>
    private double Trim(List<(double Squared, int Index)> found, double limit)
    {
        found.Sort();
        found.RemoveRange(k, found.Count - k);
        return found[^1].Squared == 0 ? double.NegativeInfinity : limit;
    }

    private double Store(int point, ReadOnlySpan<(double Squared, int Index)> ranked)
    {
        for (var c = 0; c < k; c++) (indices[point * k + c], distances[point * k + c]) = (ranked[c].Index, Math.Sqrt(ranked[c].Squared));
        return ranked[k - 1].Squared;
    }

    private double SquaredDistance(int point, int other)
    {
        var all = points.Given;
        var d = points.Dimension;
        return PointMatrix.SquaredDistance(all.Slice(point * d, d), all.Slice(other * d, d));
    }
}
