using System.Collections;
using System.Collections.Immutable;
using Limpid.Display;

namespace Limpid.Relevance;

/// <summary>What pruning cut, layer by layer from the output down; without pruning it has no rows. Shows itself as a table of means over the samples.</summary>
[TypeFormatterSource(typeof(PruningReportFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class PruningReport : IReadOnlyList<PrunedLayer>
{
    private readonly ImmutableArray<PrunedLayer> layers;

    internal PruningReport(IEnumerable<PrunedLayer> layers) => this.layers = [.. layers];

    /// <summary>The number of pruned layers.</summary>
    public int Count => layers.Length;

    /// <summary>A pruned layer, counted from the output.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public PrunedLayer this[int index] => layers[index];

    /// <inheritdoc/>
    public IEnumerator<PrunedLayer> GetEnumerator() => ((IEnumerable<PrunedLayer>)layers).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The table as text in columns.</summary>
    public override string ToString() => RelevanceTables.Text(RelevanceTables.Of(this), RelevanceTables.NothingPruned);
}
