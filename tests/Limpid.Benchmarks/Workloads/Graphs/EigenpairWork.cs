using Limpid.Graphs;

namespace Limpid.Benchmarks.Workloads.Graphs;

/// <summary>The ten smallest eigenpairs of the symmetric Laplacian; the check value is the sum of the eigenvalues.</summary>
internal sealed class EigenpairWork(int n, bool sheet) : IWorkload
{
    /// <summary>What every residual |L u - lambda u| must stay below; the tolerance asked for is relative to the bound 2.</summary>
    private const double Residual = 1e-6;

    private readonly Laplacian laplacian = GraphCase.Of(n, sheet).Laplacian;

    public double Run(int count)
    {
        Eigenpairs? found = null;
        for (var i = 0; i < count; i++) found = Lanczos.Smallest(laplacian, 10, tolerance: Residual / 2);
        foreach (var residual in found!.Residuals)
            if (residual > Residual) throw new InvalidOperationException(FormattableString.Invariant($"A residual is {residual}; expected {Residual} at most."));
        var sum = 0.0;
        foreach (var value in found.Eigenvalues) sum += value;
        return sum;
    }
}
