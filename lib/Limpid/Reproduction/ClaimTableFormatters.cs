using Limpid.Display;

namespace Limpid.Reproduction;

/// <summary>The forms of the claims table in a notebook.</summary>
internal sealed class ClaimTableFormatters
{
    public const string Records = "application/vnd.limpid.claims+json";

    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<ClaimTable>("text/html", table => table.ToHtml()),
        new MimeFormatter<ClaimTable>("text/plain", table => table.ToString()),
        new MimeFormatter<ClaimTable>(Records, table => table.ToJson()),
    ];
}
