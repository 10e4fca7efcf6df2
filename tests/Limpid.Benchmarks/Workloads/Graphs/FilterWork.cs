using Limpid.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Benchmarks.Workloads.Graphs;

/// <summary>A heat kernel of 16 signals by Chebyshev's polynomials of order 30; the check value is the sum of signal times result.</summary>
internal sealed class FilterWork(int n) : IWorkload
{
    private const int Signals = 16;

    private readonly Laplacian laplacian = GraphCase.Of(n).Laplacian;
    private readonly Tensor signals = tensor(GraphCase.Wave(n * Signals)).reshape(n, Signals);

    public double Run(int count)
    {
        for (var i = 1; i < count; i++) Filter().Dispose();
        using var last = Filter();
        using var products = last * signals;
        using var total = products.sum();
        return total.ToDouble();
    }

    private Tensor Filter() => new ChebyshevFilter(laplacian, SpectralKernel.Heat(10), order: 30).Apply(signals);
}
