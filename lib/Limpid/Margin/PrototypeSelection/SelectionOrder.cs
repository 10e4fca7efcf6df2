using Limpid.Graphs;

namespace Limpid.Margin.PrototypeSelection;

/// <summary>How a choice is made along a ranking, where its first samples would be copies of each other. The papers name no such rule: protocol ours.</summary>
public static class SelectionOrder
{
    /// <summary>
    /// The ranking in rounds: a round takes each sample that is no neighbour of one already taken in it, in the order of the ranking; the next round goes on with those left over. A prototype
    /// speaks for its neighbours.
    /// </summary>
    /// <remarks>On <c>Graph.Path(4)</c> with the ranking 0, 1, 2, 3 the rounds are 0, 2 and 1, 3.</remarks>
    /// <param name="graph">Who is whose neighbour.</param>
    /// <param name="ranking">Vertices, each at most once.</param>
    /// <returns>The same vertices in another order.</returns>
    /// <exception cref="ArgumentException">A vertex comes twice or isn't there.</exception>
    public static int[] Apart(Graph graph, IReadOnlyList<int> ranking)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Check(ranking, graph.VertexCount);
        var (order, left, round) = (new List<int>(ranking.Count), new List<int>(ranking), new int[graph.VertexCount]);
        for (var at = 1; left.Count > 0; at++)
        {
            var later = new List<int>();
            foreach (var vertex in left)
            {
                if (round[vertex] == at)
                {
                    later.Add(vertex);
                    continue;
                }
                order.Add(vertex);
                foreach (var near in graph.Neighbours(vertex)) round[near] = at;
            }
            left = later;
        }
        return [.. order];
    }

    /// <summary>The classes in turn, each with the next of its samples along the ranking: as many of each class as there can be.</summary>
    /// <remarks>For the ranking 3, 2, 1, 0 and the labels 0, 0, 1, 1: 1, 3, 0, 2.</remarks>
    /// <param name="ranking">Samples, each at most once.</param>
    /// <param name="labels">A label for each sample; the lowest has the first turn.</param>
    /// <returns>The same samples in another order.</returns>
    /// <exception cref="ArgumentException">A sample comes twice or has no label.</exception>
    public static int[] InTurn(IReadOnlyList<int> ranking, IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        Check(ranking, labels.Count);
        return
        [
            .. ranking.GroupBy(sample => labels[sample]).SelectMany(members => members.Select((sample, turn) => (sample, turn, Class: members.Key)))
                .OrderBy(each => each.turn).ThenBy(each => each.Class).Select(each => each.sample),
        ];
    }

    private static void Check(IReadOnlyList<int> ranking, int count)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        var seen = new bool[count];
        foreach (var sample in ranking)
        {
            if ((uint)sample >= (uint)count || seen[sample])
                throw new ArgumentException($"The ranking has {sample} twice, or there is no such sample; expected each at most once, from 0 to {count - 1}.", nameof(ranking));
            seen[sample] = true;
        }
    }
}
