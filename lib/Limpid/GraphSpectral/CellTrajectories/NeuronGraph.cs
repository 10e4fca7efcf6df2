using System.Text.Json.Serialization;
using Limpid.Graphs;

namespace Limpid.GraphSpectral.CellTrajectories;

/// <summary>A graph on neurons as plain numbers, with the step at which it was made; edges below a weight of 0.01 are left out.</summary>
/// <param name="Step">Training steps done.</param>
/// <param name="Neurons">Number of neurons.</param>
/// <param name="From">One end of each edge.</param>
/// <param name="To">The other.</param>
/// <param name="Weights">Weight of each edge.</param>
public sealed record NeuronGraph(long Step, int Neurons, int[] From, int[] To, double[] Weights)
{
    private const double Least = 0.01;

    /// <summary>The graph.</summary>
    [JsonIgnore]
    public Graph Graph => Graph.FromEdges(Neurons, From.Select((from, edge) => new Edge(from, To[edge], Weights[edge])));

    /// <summary>The graph as it is drawn: edges of a weight of at least 0.3.</summary>
    [JsonIgnore]
    public Graph Drawn => Graph.AtLeast(0.3);

    /// <summary>The numbers of a graph.</summary>
    /// <param name="step">Training steps done.</param>
    /// <param name="graph">The graph.</param>
    public static NeuronGraph Of(long step, Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var edges = graph.AtLeast(Least).Edges.ToArray();
        return new NeuronGraph(
            step, graph.VertexCount, [.. edges.Select(edge => edge.From)], [.. edges.Select(edge => edge.To)], [.. edges.Select(edge => edge.Weight)]);
    }
}
