using MathNet.Numerics.LinearAlgebra;

namespace Limpid.Graphs;

/// <summary>Diffusion on a graph: t steps of the lazy random walk, <c>K = P^t</c> with P the row-normalised W + I, of which every s-th row may be kept.</summary>
/// <remarks>
/// <para>
/// Row v of K is where a walker from v is after t steps; its rows sum to 1, and an isolated vertex keeps its walker. Keeping every s-th row samples the diffused
/// signal, which loses little once t steps have smoothed it. <see cref="Synthesis"/> leads back as well as can be: K K+ K = K.
/// </para>
/// <para>On <c>Graph.Path(2)</c>: P = [[1/2, 1/2], [1/2, 1/2]] for every t. Source: the authors' code of Tong et al., arXiv:1810.00424 (t = 1, 2, 5, 7, 10).</para>
/// </remarks>
public sealed class DiffusionKernel
{
    private readonly Matrix<double> analysis;

    /// <summary>A kernel.</summary>
    /// <param name="graph">The graph on N vertices.</param>
    /// <param name="power">t, at least 1.</param>
    /// <param name="every">s, 1 to N; rows 0, s, 2s, ... are kept.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public DiffusionKernel(Graph graph, int power = 1, int every = 1)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (power < 1) throw new ArgumentOutOfRangeException(nameof(power), power, FormattableString.Invariant($"The power is {power}; expected 1 or more."));
        if (every < 1 || every > graph.VertexCount)
            throw new ArgumentOutOfRangeException(nameof(every), every, FormattableString.Invariant($"Every {every}th row is kept; expected 1 to {graph.VertexCount}."));
        (Power, Every) = (power, every);
        var step = Matrix<double>.Build.DenseIdentity(graph.VertexCount);
        foreach (var edge in graph.Edges)
            (step[edge.From, edge.To], step[edge.To, edge.From]) = (edge.Weight, edge.Weight);
        var walk = step.NormalizeRows(1).Power(power);
        analysis = Matrix<double>.Build.DenseOfRowVectors(Enumerable.Range(0, graph.VertexCount).Where(v => v % every == 0).Select(walk.Row));
    }

    /// <summary>t.</summary>
    public int Power { get; }

    /// <summary>s.</summary>
    public int Every { get; }

    /// <summary>K [M, N] with M = ceil(N / s), a new array at each call.</summary>
    public double[,] Analysis() => analysis.ToArray();

    /// <summary>The pseudo-inverse K+ [N, M], a new array at each call.</summary>
    public double[,] Synthesis() => analysis.PseudoInverse().ToArray();
}
