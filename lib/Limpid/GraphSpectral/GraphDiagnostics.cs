using System.Globalization;
using Limpid.Graphs;

namespace Limpid.GraphSpectral;

/// <summary>What to look at first in a graph on neurons: in how many pieces it is, by each rule, and its slowest wave.</summary>
/// <remarks>
/// <para>
/// A Gaussian kernel is never 0, so "a piece" needs a rule, and the paper states none: here components at three thresholds of the weight, and the eigenvalue
/// count of the authors' code. What lies <i>on</i> a graph has measures of its own, each beside its null: <see cref="NeuronOrder"/> (Rayleigh quotient, Moran's I,
/// segments), <see cref="Segmentation"/>, <see cref="TopNeurons"/>.
/// </para>
/// <para>On 0 - 1 - 2 - 3 with weights 1, 0.05, 1: components 1, 1 and 2, one small eigenvalue, and the Fiedler vector separates 0, 1 from 2, 3.</para>
/// </remarks>
public sealed class GraphDiagnostics
{
    private readonly double[] fiedler;

    private GraphDiagnostics(Graph graph, Spectrum spectrum)
    {
        Components = [.. Thresholds.Select(threshold => CoActivation.Components(graph, threshold))];
        SmallEigenvalues = CoActivation.Below(spectrum, 1e-3);
        (FiedlerValue, fiedler) = graph.VertexCount == 1 ? (0, [0]) : (spectrum.Eigenvalues[1], spectrum.Eigenvector(1));
    }

    /// <summary>The weights at which components are counted: 1e-3, 1e-2 and 0.1.</summary>
    public static IReadOnlyList<double> Thresholds { get; } = [1e-3, 1e-2, 0.1];

    /// <summary>For each of <see cref="Thresholds"/>, the number of components when only edges of at least that weight count.</summary>
    public IReadOnlyList<int> Components { get; }

    /// <summary>The number of eigenvalues of D - W below 1e-3: the count of the authors' code.</summary>
    public int SmallEigenvalues { get; }

    /// <summary>The second smallest eigenvalue of D - W: small where the graph is easily cut in two, 0 (up to rounding) where it is cut, and for a single vertex.</summary>
    public double FiedlerValue { get; }

    /// <summary>Its eigenvector, of length 1; in a graph that is in pieces, one of many that are constant on each piece; 0 for a single vertex.</summary>
    public ReadOnlySpan<double> FiedlerVector => fiedler;

    /// <summary>Looks at a graph, by a dense decomposition: time N^3.</summary>
    /// <param name="graph">The graph.</param>
    public static GraphDiagnostics Of(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new GraphDiagnostics(graph, Spectrum.Of(graph.Laplacian()));
    }

    /// <summary>For example "components 1, 1, 2 at weights 0.001, 0.01, 0.1; 1 small eigenvalue(s); Fiedler value 0.049".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"components {string.Join(", ", Components)} at weights 0.001, 0.01, 0.1; {SmallEigenvalues} small eigenvalue(s); Fiedler value {FiedlerValue:G3}");
}
