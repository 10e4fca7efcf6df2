using Limpid.Graphs;

namespace Limpid.Margin.Choices;

/// <summary>One way to fix what the paper leaves open.</summary>
/// <param name="Filter">One of <see cref="ChoiceFilters"/>.</param>
/// <param name="Hops">1 or more; of the legacy filter the power; 0 for the ideal filter, which has none.</param>
/// <param name="K">Neighbours of each sample.</param>
/// <param name="Gaussian">Whether edges bear <c>exp(-d^2 / (2 sigma^2))</c> with sigma the median distance to a neighbour; 1 otherwise.</param>
public sealed record ChoiceVariant(string Filter, int Hops, int K, bool Gaussian)
{
    /// <summary>What the library does unless told otherwise: the random walk, one hop, 20 neighbours, binary weights.</summary>
    public static ChoiceVariant Default { get; } = new(ChoiceFilters.RandomWalk, 1, 20, false);

    /// <summary>The numbers of neighbours that are compared.</summary>
    public static IReadOnlyList<int> Neighbours { get; } = [10, 20, 30, 50];

    /// <summary>The filters with their hops, in the order of the figures' rows.</summary>
    public static IReadOnlyList<(string Filter, int Hops)> Rows { get; } =
    [
        (ChoiceFilters.RandomWalk, 1), (ChoiceFilters.RandomWalk, 2), (ChoiceFilters.Symmetric, 1), (ChoiceFilters.Symmetric, 2), (ChoiceFilters.Ideal, 0),
        (ChoiceFilters.Legacy, 1), (ChoiceFilters.Legacy, 2), (ChoiceFilters.Smoothed, 1), (ChoiceFilters.Smoothed, 2),
    ];

    /// <summary>The whole grid: filters with their hops, weights, numbers of neighbours; the last runs fastest.</summary>
    public static IReadOnlyList<ChoiceVariant> Grid { get; } =
        [.. from row in Rows from gaussian in new[] { false, true } from k in Neighbours select new ChoiceVariant(row.Filter, row.Hops, k, gaussian)];

    /// <summary>The default, and what differs from it in one choice.</summary>
    public static IReadOnlyList<ChoiceVariant> OneChange { get; } =
    [
        Default, Default with { K = 10 }, Default with { K = 30 }, Default with { K = 50 }, Default with { Hops = 2 }, Default with { Gaussian = true },
        Default with { Filter = ChoiceFilters.Symmetric }, Default with { Filter = ChoiceFilters.Ideal, Hops = 0 }, Default with { Filter = ChoiceFilters.Legacy, Hops = 2 },
        Default with { Filter = ChoiceFilters.Smoothed },
    ];

    /// <summary>The filter.</summary>
    /// <exception cref="InvalidOperationException">There is no filter of that name.</exception>
    public Influence Influence() => Filter switch
    {
        ChoiceFilters.RandomWalk => Margin.Influence.RandomWalk(Hops),
        ChoiceFilters.Symmetric => Margin.Influence.Symmetric(Hops),
        ChoiceFilters.Ideal => Margin.Influence.IdealSpectral(),
        ChoiceFilters.Legacy => Margin.Influence.LlnlLegacy(Hops),
        ChoiceFilters.Smoothed => Margin.Influence.Smoothed(Hops),
        _ => throw new InvalidOperationException($"There is no filter '{Filter}'."),
    };

    /// <summary>The graph of this variant.</summary>
    /// <param name="neighbours">As many as <see cref="K"/> of each sample.</param>
    public Graph Graph(NearestNeighbours neighbours)
    {
        ArgumentNullException.ThrowIfNull(neighbours);
        return Graphs.Graph.FromNeighbours(neighbours, Gaussian ? NeighbourWeight.Gaussian(Math.Sqrt(2) * MedianDistance(neighbours)) : null);
    }

    /// <summary>A row's name: the filter with its hops.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="hops">Its hops, or the power of the legacy filter.</param>
    public static string RowName(string filter, int hops) => filter switch
    {
        ChoiceFilters.Ideal => filter,
        ChoiceFilters.Legacy => FormattableString.Invariant($"{filter}, p = {hops}"),
        _ => FormattableString.Invariant($"{filter}, {hops} {(hops == 1 ? "hop" : "hops")}"),
    };

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{RowName(Filter, Hops)}, k = {K}, {(Gaussian ? "Gaussian" : "binary")}");

    private static double MedianDistance(NearestNeighbours neighbours)
    {
        double[] distances = [.. Enumerable.Range(0, neighbours.PointCount).SelectMany(point => neighbours.Distances(point).ToArray()).Order()];
        var median = distances[distances.Length / 2];
        return median > 0 ? median : distances.FirstOrDefault(distance => distance > 0, 1);
    }
}
