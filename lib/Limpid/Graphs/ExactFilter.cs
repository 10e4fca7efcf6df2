using static TorchSharp.torch;

namespace Limpid.Graphs;

/// <summary>A graph filter by the full decomposition of the Laplacian: time N^3 once, N^2 for each signal, memory N^2.</summary>
/// <remarks>
/// The twin of <see cref="ChebyshevFilter"/> for graphs of up to some thousand vertices. For <c>Graph.Path(2)</c> and g(lambda) = 1 / (1 + lambda),
/// g(L) is [[2, 1], [1, 2]] / 3.
/// </remarks>
public sealed class ExactFilter : GraphFilter
{
    private readonly double[,] matrix;

    /// <summary>A filter.</summary>
    /// <param name="laplacian">L.</param>
    /// <param name="kernel">g; finite at every eigenvalue. Eigenvalues that are 0 but for rounding count as 0.</param>
    /// <exception cref="ArgumentException"><paramref name="kernel"/> isn't finite at an eigenvalue.</exception>
    public ExactFilter(Laplacian laplacian, Func<double, double> kernel) : base(laplacian, kernel)
    {
        var walk = laplacian.Kind == LaplacianKind.RandomWalk;
        var spectrum = Spectrum.Of(walk ? laplacian.Graph.Laplacian(LaplacianKind.Symmetric) : laplacian);
        var rounding = 1e-15 * laplacian.Graph.VertexCount * laplacian.LargestEigenvalueBound;
        matrix = spectrum.Function(lambda => KernelAt(lambda <= rounding ? 0 : lambda));
        if (!walk) return;
        var degrees = laplacian.Graph.Degrees;
        for (var i = 0; i < degrees.Length; i++)
            for (var j = 0; j < degrees.Length; j++)
                if (degrees[i] > 0 && degrees[j] > 0) matrix[i, j] *= Math.Sqrt(degrees[j] / degrees[i]);
    }

    /// <summary>g(lambda) itself.</summary>
    /// <param name="eigenvalue">lambda.</param>
    public override double Response(double eigenvalue) => Kernel(eigenvalue);

    /// <summary>g(L) [N, N], a new array at each call.</summary>
    public double[,] ToMatrix() => (double[,])matrix.Clone();

    private protected override double[] Filter(double[] signals, int columns)
    {
        using var scope = NewDisposeScope();
        return tensor(matrix).mm(tensor(signals).reshape(-1, columns)).data<double>().ToArray();
    }
}
