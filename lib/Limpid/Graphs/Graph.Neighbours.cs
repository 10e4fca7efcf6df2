namespace Limpid.Graphs;

public sealed partial class Graph
{
    /// <summary>The graph that joins each point to its nearest neighbours.</summary>
    /// <remarks>
    /// On the points 0, 1, 3 of a line with k = 1, 1's nearest is 0 and 3's is 1: edges 0 - 1 and 1 - 2 of weight 1 and 1, or with
    /// <see cref="Symmetrisation.Mean"/> 1 and 1/2. Duplicates are joined like other points, at distance 0. A weight that a kernel
    /// rounds to 0 is no edge.
    /// </remarks>
    /// <param name="neighbours">The neighbours.</param>
    /// <param name="weight">The weight of an edge; binary if null.</param>
    /// <param name="symmetrisation">What becomes of one-sided neighbours.</param>
    /// <exception cref="ArgumentException">An adaptive weight asks for a neighbour beyond k.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="symmetrisation"/> is undefined.</exception>
    public static Graph FromNeighbours(
        NearestNeighbours neighbours, NeighbourWeight? weight = null, Symmetrisation symmetrisation = Symmetrisation.Max)
    {
        ArgumentNullException.ThrowIfNull(neighbours);
        if (!Enum.IsDefined(symmetrisation))
            throw new ArgumentOutOfRangeException(nameof(symmetrisation), symmetrisation, "Expected Max or Mean.");
        weight ??= NeighbourWeight.Binary;
        weight.Check(neighbours);
        var edges = new List<Edge>();
        for (var i = 0; i < neighbours.PointCount; i++)
        {
            var near = neighbours.Indices(i);
            var distances = neighbours.Distances(i);
            for (var c = 0; c < near.Length; c++)
            {
                var mutual = neighbours.Indices(near[c]).Contains(i);
                if (mutual && near[c] < i) continue;
                var share = mutual || symmetrisation == Symmetrisation.Max ? 1 : 0.5;
                var value = share * weight.Of(neighbours, i, near[c], distances[c]);
                if (value > 0) edges.Add(new Edge(i, near[c], value));
            }
        }
        return Compress(neighbours.PointCount, edges);
    }
}
