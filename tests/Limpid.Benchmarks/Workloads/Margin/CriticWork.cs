using Limpid.Benchmarks.Workloads.Graphs;
using Limpid.Margin;

namespace Limpid.Benchmarks.Workloads.Margin;

/// <summary>MMD-critic: 200 prototypes and 50 criticisms; the check value is made of every choice and its place.</summary>
internal sealed class CriticWork(int n) : IWorkload
{
    private const long Prime = 2_147_483_647;

    private readonly GraphCase given = GraphCase.Of(n);

    public double Run(int count)
    {
        var hash = 0L;
        for (var i = 0; i < count; i++)
        {
            var (prototypes, criticisms) = MmdCritic.Select(given.Points, MarginComparisons.Gamma, 200, 50);
            hash = 0;
            foreach (var sample in prototypes.Concat(criticisms)) hash = (hash * 31 + sample + 1) % Prime;
        }
        return hash;
    }
}
