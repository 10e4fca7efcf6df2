using Limpid.Graphs;

namespace Limpid.Benchmarks.Workloads.Graphs;

/// <summary>From neighbours to the symmetric Laplacian, or that from the graph alone; the check value is z'Lz of a wave z.</summary>
internal sealed class GraphWork(int n, bool fromNeighbours) : IWorkload
{
    private readonly GraphCase given = GraphCase.Of(n);
    private readonly double[] wave = GraphCase.Wave(n);

    public double Run(int count)
    {
        Laplacian? laplacian = null;
        for (var i = 0; i < count; i++)
            laplacian = (fromNeighbours ? GraphCase.Join(given.Neighbours) : given.Graph).Laplacian(LaplacianKind.Symmetric);
        return laplacian!.QuadraticForm(wave);
    }
}
