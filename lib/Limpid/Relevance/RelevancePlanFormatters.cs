using Limpid.Display;

namespace Limpid.Relevance;

/// <summary>The two forms of a plan in a notebook.</summary>
internal sealed class RelevancePlanFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<RelevancePlan>("text/html", value => RelevanceTables.Html(RelevanceTables.Of(value), "")),
        new MimeFormatter<RelevancePlan>("text/plain", value => RelevanceTables.Text(RelevanceTables.Of(value), "")),
    ];
}
