using Limpid.Graphs;

namespace Limpid.Margin;

/// <summary>The signal that finds wrong labels and decision boundaries: how far the neighbours of a vertex bear its label.</summary>
/// <remarks>On <c>Graph.Path(3)</c> with the labels 0, 0, 1 the shares are 1, 1/2, 0 and the counts 1, 1, 0.</remarks>
public static class LabelAgreement
{
    /// <summary><c>f_i = |{j in N_i : y_j = y_i}| / |N_i|</c>; 0 for a vertex without neighbours, for whom nobody vouches. Weights don't count.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="labels">y, one for each vertex; any numbers.</param>
    /// <exception cref="ArgumentException">Another number of labels than vertices.</exception>
    public static double[] Share(Graph graph, IReadOnlyList<int> labels)
    {
        var counts = Count(graph, labels);
        for (var v = 0; v < counts.Length; v++) counts[v] = counts[v] == 0 ? 0 : counts[v] / graph.Neighbours(v).Length;
        return counts;
    }

    /// <summary><c>f_i = |{j in N_i : y_j = y_i}|</c>.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="labels">y, one for each vertex; any numbers.</param>
    /// <exception cref="ArgumentException">Another number of labels than vertices.</exception>
    public static double[] Count(Graph graph, IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ClassLabels.Check(labels, graph.VertexCount, nameof(labels));
        var counts = new double[graph.VertexCount];
        for (var v = 0; v < counts.Length; v++)
            foreach (var other in graph.Neighbours(v))
                if (labels[other] == labels[v]) counts[v]++;
        return counts;
    }

    /// <summary>The labels themselves as a vector signal [N, classes]: 1 in the column of a vertex's class, in the order of ascending labels.</summary>
    /// <param name="labels">y, one for each vertex; any numbers.</param>
    /// <exception cref="ArgumentException">There is no label.</exception>
    public static double[,] OneHot(IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Count == 0) throw new ArgumentException("There is no label; expected at least one.", nameof(labels));
        int[] classes = [.. labels.Distinct().Order()];
        var signal = new double[labels.Count, classes.Length];
        for (var v = 0; v < labels.Count; v++) signal[v, Array.BinarySearch(classes, labels[v])] = 1;
        return signal;
    }
}
