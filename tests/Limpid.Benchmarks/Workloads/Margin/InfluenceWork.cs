using Limpid.Benchmarks.Workloads.Graphs;
using Limpid.Margin;
using static TorchSharp.torch;

namespace Limpid.Benchmarks.Workloads.Margin;

/// <summary>MARGIN from points to scores: 20 neighbours, MMD signal, influence of one hop.</summary>
/// <param name="points">Points [n, d], float64.</param>
/// <param name="gamma">Of the kernel.</param>
internal sealed class InfluenceWork(Tensor points, double gamma) : IWorkload
{
    private const int K = 20;

    public static InfluenceWork Blobs(int n) => new(GraphCase.Of(n).Points, MarginComparisons.Gamma);

    public double Run(int count)
    {
        InfluenceScores? scores = null;
        for (var i = 0; i < count; i++)
        {
            var (graph, signal) = MmdSignal.WithGraph(points, K, gamma);
            scores = Influence.RandomWalk().Of(graph, signal);
        }
        return scores!.Scores.Select((score, vertex) => Math.Sin(vertex) * score).Sum();
    }
}
