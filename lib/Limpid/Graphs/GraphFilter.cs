using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>A filter g(L) of signals on a graph: g acts on the eigenvalues of the Laplacian, g(L) = U g(Lambda) U^-1.</summary>
/// <remarks>
/// For the random-walk kind, g(L) = D^(-1/2) g(L_sym) D^(1/2). An isolated vertex keeps its value times g(0). On <c>Graph.Path(2)</c>,
/// D - W, eigenvalues 0 and 2: the signal (1, 0) becomes ((g(0) + g(2)) / 2, (g(0) - g(2)) / 2).
/// </remarks>
public abstract class GraphFilter
{
    private protected GraphFilter(Laplacian laplacian, Func<double, double> kernel)
    {
        ArgumentNullException.ThrowIfNull(laplacian);
        ArgumentNullException.ThrowIfNull(kernel);
        (Laplacian, Kernel) = (laplacian, kernel);
    }

    /// <summary>L.</summary>
    public Laplacian Laplacian { get; }

    /// <summary>g, as asked for.</summary>
    public Func<double, double> Kernel { get; }

    /// <summary>What the filter does to an eigenvalue: g for an exact filter, a polynomial near g for an approximate one.</summary>
    /// <param name="eigenvalue">lambda.</param>
    public abstract double Response(double eigenvalue);

    /// <summary>Filters signals, in float64 on the CPU.</summary>
    /// <param name="signals">[N] or [N, m]: one row for each vertex, m signals side by side; left as they are. No gradient flows.</param>
    /// <returns>The filtered signals, of the same shape and on the same device, in the same floating-point type (float64 for integers).</returns>
    /// <exception cref="ArgumentException">The shape doesn't fit, or a value isn't finite.</exception>
    public Tensor Apply(Tensor signals)
    {
        var (values, columns) = SignalTensor.Read(signals, Laplacian.Graph.VertexCount, nameof(signals));
        return SignalTensor.Write(Filter(values, columns), signals);
    }

    /// <summary>Filters signals [N, m] row by row; may reuse the array.</summary>
    private protected abstract double[] Filter(double[] signals, int columns);

    /// <summary>g(lambda), refused when it is no finite number.</summary>
    private protected double KernelAt(double eigenvalue)
    {
        var value = Kernel(eigenvalue);
        return double.IsFinite(value) ? value : throw new ArgumentException(FormattableString.Invariant(
            $"The kernel is {value} at {eigenvalue}; expected a finite number at every eigenvalue from 0 to {Laplacian.LargestEigenvalueBound}."), "kernel");
    }
}
