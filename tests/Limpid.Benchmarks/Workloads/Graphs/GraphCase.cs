using System.Collections.Concurrent;
using Limpid.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Benchmarks.Workloads.Graphs;

/// <summary>
/// Points and what is built on them before the clock starts; peer_graphs.py draws the same. Blobs: ten Gaussian clouds in 128 dimensions that
/// just touch. Sheet: a rolled rectangle in 3 dimensions, whose smallest eigenvalues lie close together.
/// </summary>
internal sealed class GraphCase
{
    private static readonly ConcurrentDictionary<(int, bool), GraphCase> Ready = new();

    private readonly Lazy<NearestNeighbours> neighbours;
    private readonly Lazy<Graph> graph;
    private readonly Lazy<Laplacian> laplacian;

    private GraphCase(int n, bool sheet)
    {
        Points = sheet ? Sheet(n) : Blobs(n);
        neighbours = new(() => NearestNeighbours.Of(Points, K));
        graph = new(() => Join(Neighbours));
        laplacian = new(() => Graph.Laplacian(LaplacianKind.Symmetric));
    }

    public const int K = 10;

    public static GraphCase Of(int n, bool sheet = false) => Ready.GetOrAdd((n, sheet), _ => new(n, sheet));

    public Tensor Points { get; }

    public NearestNeighbours Neighbours => neighbours.Value;

    public Graph Graph => graph.Value;

    public Laplacian Laplacian => laplacian.Value;

    /// <summary>Weights exp(-d^2 / s^2) with s the mean distance to a neighbour; the larger of both sides.</summary>
    public static Graph Join(NearestNeighbours neighbours)
    {
        var sum = 0.0;
        for (var i = 0; i < neighbours.PointCount; i++)
            foreach (var distance in neighbours.Distances(i)) sum += distance;
        return Graph.FromNeighbours(neighbours, NeighbourWeight.Gaussian(sum / neighbours.PointCount / neighbours.K));
    }

    /// <summary>A signal both sides know without drawing.</summary>
    public static double[] Wave(int length) => [.. Enumerable.Range(0, length).Select(i => Math.Sin(i))];

    private static Tensor Blobs(int n)
    {
        manual_seed(0);
        var centres = randn(10, 128, float64) * 0.5;
        return centres.index_select(0, arange(n) % 10) + randn(n, 128, float64);
    }

    private static Tensor Sheet(int n)
    {
        manual_seed(0);
        var (along, across) = (rand(n, float64), rand(n, float64));
        var angle = (along * 2 + 1) * (1.5 * Math.PI);
        return stack([angle * angle.cos(), across * 21, angle * angle.sin()], 1);
    }
}
