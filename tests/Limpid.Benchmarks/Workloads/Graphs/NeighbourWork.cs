using Limpid.Graphs;

namespace Limpid.Benchmarks.Workloads.Graphs;

/// <summary>The nearest neighbours of all points; the check value is a number made of every entry of the lists and its place.</summary>
internal sealed class NeighbourWork(int n) : IWorkload
{
    private const long Prime = 2_147_483_647;

    private readonly GraphCase given = GraphCase.Of(n);

    public double Run(int count)
    {
        NearestNeighbours? found = null;
        for (var i = 0; i < count; i++) found = NearestNeighbours.Of(given.Points, GraphCase.K);
        var hash = 0L;
        for (var point = 0; point < n; point++)
            foreach (var index in found!.Indices(point)) hash = (hash * 31 + index + 1) % Prime;
        return hash;
    }
}
