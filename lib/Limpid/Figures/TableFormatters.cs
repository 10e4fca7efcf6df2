using Limpid.Display;

namespace Limpid.Figures;

/// <summary>The two forms of a table in a notebook.</summary>
internal sealed class TableFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Table>("text/html", table => table.ToHtml()),
        new MimeFormatter<Table>("text/plain", table => table.ToString()),
    ];
}
