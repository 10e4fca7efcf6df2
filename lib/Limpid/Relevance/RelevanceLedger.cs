using System.Collections;
using System.Collections.Immutable;
using Limpid.Display;

namespace Limpid.Relevance;

/// <summary>Where relevance went, layer by layer from the output down. Shows itself as a table of means over the samples.</summary>
/// <remarks>In every row <c>in = bias + stabiliser + rest + out</c>. Without <see cref="RelevanceOptions.Ledger"/> it has no rows.</remarks>
[TypeFormatterSource(typeof(RelevanceLedgerFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class RelevanceLedger : IReadOnlyList<LedgerRow>
{
    private readonly ImmutableArray<LedgerRow> rows;

    internal RelevanceLedger(IEnumerable<LedgerRow> rows) => this.rows = [.. rows];

    /// <summary>The number of layers.</summary>
    public int Count => rows.Length;

    /// <summary>A layer, counted from the output.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public LedgerRow this[int index] => rows[index];

    /// <summary>The row of a layer.</summary>
    /// <param name="layer">Its name, as the plan shows it.</param>
    /// <exception cref="KeyNotFoundException">The ledger has no such layer.</exception>
    public LedgerRow this[string layer] => rows.FirstOrDefault(row => row.Layer == layer)
        ?? throw new KeyNotFoundException($"The ledger has no layer '{layer}'; it has {(rows.IsEmpty ? "none: ask for it with RelevanceOptions.Ledger" : string.Join(", ", rows.Select(row => row.Layer)))}.");

    /// <inheritdoc/>
    public IEnumerator<LedgerRow> GetEnumerator() => ((IEnumerable<LedgerRow>)rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The table as text in columns.</summary>
    public override string ToString() => RelevanceTables.Text(RelevanceTables.Of(this), RelevanceTables.NoLedger);
}
