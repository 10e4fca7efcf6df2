using Limpid.Display;

namespace Limpid.Relevance;

/// <summary>The two forms of a ledger in a notebook.</summary>
internal sealed class RelevanceLedgerFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<RelevanceLedger>("text/html", value => RelevanceTables.Html(RelevanceTables.Of(value), RelevanceTables.NoLedger)),
        new MimeFormatter<RelevanceLedger>("text/plain", value => RelevanceTables.Text(RelevanceTables.Of(value), RelevanceTables.NoLedger)),
    ];
}
