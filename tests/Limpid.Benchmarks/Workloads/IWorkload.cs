namespace Limpid.Benchmarks.Workloads;

/// <summary>Something to be timed.</summary>
internal interface IWorkload
{
    /// <summary>Does it <paramref name="count"/> times; the value returned must agree with the peer's.</summary>
    double Run(int count);
}
