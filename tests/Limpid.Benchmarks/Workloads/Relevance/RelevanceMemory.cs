using System.Diagnostics;

namespace Limpid.Benchmarks.Workloads.Relevance;

/// <summary>Relevance again and again; the check value is by how many MB the process's largest memory grew after a third of the calls.</summary>
internal sealed class RelevanceMemory : IWorkload
{
    private readonly RelevanceWork work = RelevanceWork.Of("vgg-lambda");

    public double Run(int count)
    {
        work.Run(count / 3);
        var before = Peak();
        work.Run(count - count / 3);
        return Peak() - before;
    }

    // What is in use at one moment depends on how much the allocator has just given back.
    private static double Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}
