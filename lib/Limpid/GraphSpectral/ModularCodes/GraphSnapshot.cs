using System.Text.Json.Serialization;
using Limpid.Graphs;

namespace Limpid.GraphSpectral.ModularCodes;

/// <summary>A learned graph as plain numbers, so that it can be stored and read back.</summary>
/// <param name="Step">The training step before which it was built.</param>
/// <param name="Vertices">Number of neurons.</param>
/// <param name="Weights">The weights above the diagonal, row by row, rounded to four digits.</param>
public sealed record GraphSnapshot(long Step, int Vertices, double[] Weights)
{
    /// <summary>The graph; edges below 0.00005 are lost.</summary>
    [JsonIgnore]
    public Graph Graph => Graph.FromEdges(Vertices, Pairs(Vertices).Zip(Weights, (pair, weight) => new Edge(pair.I, pair.J, weight)));

    /// <summary>Keeps a graph.</summary>
    /// <param name="learned">The graph and its step.</param>
    public static GraphSnapshot Of(LearnedGraph learned)
    {
        ArgumentNullException.ThrowIfNull(learned);
        var (n, matrix) = (learned.Graph.VertexCount, learned.Graph.ToMatrix());
        return new GraphSnapshot(learned.Step, n, [.. Pairs(n).Select(pair => Math.Round(matrix[pair.I, pair.J], 4))]);
    }

    private static IEnumerable<(int I, int J)> Pairs(int n) =>
        from i in Enumerable.Range(0, n) from j in Enumerable.Range(i + 1, n - i - 1) select (i, j);
}
