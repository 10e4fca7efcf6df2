namespace Limpid.Graphs;

/// <summary>One undirected edge {<paramref name="From"/>, <paramref name="To"/>} of weight <paramref name="Weight"/>.</summary>
/// <param name="From">One end, from 0.</param>
/// <param name="To">The other end, from 0.</param>
/// <param name="Weight">Non-negative and finite; an edge of weight 0 is no edge.</param>
public readonly record struct Edge(int From, int To, double Weight = 1);
