using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral;

/// <summary>Which class owns each neuron: the paper's segmentation map of a structured layer, and how fragmented it is.</summary>
/// <remarks>
/// A neuron belongs to the class whose mean map is largest there after each map is divided by its total L1 norm (at a tie, the lowest class).
/// The authors' code normalises along one image axis, column by column; the whole map is meant and taken here.
/// </remarks>
public sealed class Segmentation
{
    private readonly int[] owners;
    private readonly int[] segments;
    private readonly int[] sizes;

    private Segmentation(int[] owners, int classes, Graph graph)
    {
        this.owners = owners;
        (segments, sizes) = (new int[classes], new int[classes]);
        foreach (var owner in owners) sizes[owner]++;
        var components = ConnectedComponents.OfEqualLabels(graph, owners);
        for (var i = 0; i < owners.Length; i++)
            if (components.ComponentOf[..i].IndexOf(components.ComponentOf[i]) < 0) segments[owners[i]]++;
    }

    /// <summary>The class that owns each neuron, N values.</summary>
    public IReadOnlyList<int> Owners => owners;

    /// <summary>For each class, the number of connected regions it owns on the graph; 0 if it owns no neuron.</summary>
    public IReadOnlyList<int> SegmentsPerClass => segments;

    /// <summary>For each class, the number of neurons it owns.</summary>
    public IReadOnlyList<int> NeuronsPerClass => sizes;

    /// <summary>Number of connected regions of all classes together; the number of classes with a neuron at best, N at worst.</summary>
    public int Segments => segments.Sum();

    /// <summary>The classes that own no neuron, ascending.</summary>
    public IReadOnlyList<int> ClassesWithoutRegion => [.. Enumerable.Range(0, sizes.Length).Where(c => sizes[c] == 0)];

    /// <summary>Segments a layer.</summary>
    /// <param name="classMeans">Mean maps [C, N], finite (<see cref="ClassMeans"/>). A map of zeros owns a neuron only where no other map is above 0.</param>
    /// <param name="graph">The graph on the N neurons.</param>
    /// <exception cref="ArgumentException">Shapes do not fit or a value is not finite.</exception>
    /// <example>Maps [[3, 1], [1, 3]] on <c>Graph.Path(2)</c>: owners (0, 1), two segments.</example>
    public static Segmentation Of(Tensor classMeans, Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var (values, classes, neurons) = Activations.Copy(classMeans, nameof(classMeans));
        Activations.Check(classMeans, graph.VertexCount, nameof(classMeans));
        var norms = Enumerable.Range(0, classes).Select(c => values.AsSpan(c * neurons, neurons).ToArray().Sum(Math.Abs)).ToArray();
        double Share(int c, int i) => norms[c] > 0 ? values[c * neurons + i] / norms[c] : 0;
        var owners = Enumerable.Range(0, neurons).Select(i => Enumerable.Range(0, classes).MaxBy(c => Share(c, i))).ToArray();
        return new Segmentation(owners, classes, graph);
    }
}
