using Limpid.Display;

namespace Limpid.Relevance;

/// <summary>The two forms of a result in a notebook.</summary>
internal sealed class RelevanceResultFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<RelevanceResult>("text/html", value => RelevanceTables.Html(RelevanceTables.Of(value), "")),
        new MimeFormatter<RelevanceResult>("text/plain", value => RelevanceTables.Text(RelevanceTables.Of(value), "")),
    ];
}
