namespace Limpid.Graphs;

/// <summary>The connected components of a graph, numbered from 0 by their lowest vertex.</summary>
public sealed class ConnectedComponents
{
    private readonly int[] componentOf;
    private readonly int[] sizes;

    private ConnectedComponents(int[] componentOf, int count)
    {
        this.componentOf = componentOf;
        sizes = new int[count];
        foreach (var component in componentOf) sizes[component]++;
    }

    /// <summary>Number of components; an isolated vertex is one.</summary>
    public int Count => sizes.Length;

    /// <summary>The component of each vertex.</summary>
    public ReadOnlySpan<int> ComponentOf => componentOf;

    /// <summary>Number of vertices in each component.</summary>
    public ReadOnlySpan<int> Sizes => sizes;

    /// <summary>The components of a graph: the multiplicity of eigenvalue 0 of D - W. <c>Graph.Lines(3, 2)</c> has 3.</summary>
    /// <param name="graph">The graph.</param>
    public static ConnectedComponents Of(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Flood(graph, null);
    }

    /// <summary>
    /// The segments of a labelled graph: components when only edges between equal labels count. On <c>Graph.Path(4)</c> the labels
    /// (7, 7, 2, 7) make three segments, two of them with label 7.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="labels">One label per vertex.</param>
    /// <exception cref="ArgumentException">The number of labels differs from the number of vertices.</exception>
    public static ConnectedComponents OfEqualLabels(Graph graph, IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Count != graph.VertexCount)
            throw new ArgumentException(FormattableString.Invariant(
                $"There are {labels.Count} labels; expected one for each of the {graph.VertexCount} vertices."), nameof(labels));
        return Flood(graph, [.. labels]);
    }

    private static ConnectedComponents Flood(Graph graph, int[]? labels)
    {
        var componentOf = new int[graph.VertexCount];
        Array.Fill(componentOf, -1);
        var (count, open) = (0, new Stack<int>());
        for (var seed = 0; seed < graph.VertexCount; seed++)
        {
            if (componentOf[seed] >= 0) continue;
            componentOf[seed] = count;
            open.Push(seed);
            while (open.TryPop(out var vertex))
            {
                foreach (var neighbour in graph.Neighbours(vertex))
                {
                    if (componentOf[neighbour] >= 0 || (labels is not null && labels[vertex] != labels[neighbour])) continue;
                    componentOf[neighbour] = count;
                    open.Push(neighbour);
                }
            }
            count++;
        }
        return new ConnectedComponents(componentOf, count);
    }
}
