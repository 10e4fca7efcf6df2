using Limpid.Display;

namespace Limpid.Reproduction;

/// <summary>The forms of one claim's result in a notebook.</summary>
internal sealed class ClaimResultFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<ClaimResult>("text/html", result => result.Html),
        new MimeFormatter<ClaimResult>("text/plain", result => result.ToString()),
    ];
}
