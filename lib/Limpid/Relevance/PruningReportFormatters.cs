using Limpid.Display;

namespace Limpid.Relevance;

/// <summary>The two forms of a pruning report in a notebook.</summary>
internal sealed class PruningReportFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<PruningReport>("text/html", value => RelevanceTables.Html(RelevanceTables.Of(value), RelevanceTables.NothingPruned)),
        new MimeFormatter<PruningReport>("text/plain", value => RelevanceTables.Text(RelevanceTables.Of(value), RelevanceTables.NothingPruned)),
    ];
}
