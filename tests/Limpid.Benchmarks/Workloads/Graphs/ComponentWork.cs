using Limpid.Graphs;

namespace Limpid.Benchmarks.Workloads.Graphs;

/// <summary>The connected components; the check value is their number.</summary>
internal sealed class ComponentWork(int n) : IWorkload
{
    private readonly GraphCase given = GraphCase.Of(n);

    public double Run(int count)
    {
        var found = 0;
        for (var i = 0; i < count; i++) found = ConnectedComponents.Of(given.Graph).Count;
        return found;
    }
}
