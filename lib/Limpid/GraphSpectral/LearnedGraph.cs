using Limpid.Graphs;

namespace Limpid.GraphSpectral;

/// <summary>A graph that was learned, and when.</summary>
/// <param name="Step">The training step before which it was built, counted from 0.</param>
/// <param name="Graph">The graph on the layer's neurons.</param>
public sealed record LearnedGraph(long Step, Graph Graph);
