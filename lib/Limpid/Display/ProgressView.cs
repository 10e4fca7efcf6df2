using System.Globalization;
using System.Net;

namespace Limpid.Display;

/// <summary>Bars as a notebook shows them while they run.</summary>
[TypeFormatterSource(typeof(Formatters), PreferredMimeTypes = ["text/html", "text/plain"])]
internal sealed class ProgressView(IReadOnlyList<ProgressState> rows)
{
    /// <summary>A line of text for each bar.</summary>
    public override string ToString() => string.Join('\n', rows.Select(row => row.Now()));

    /// <summary>A bar and a line for each; a bar whose total is not known moves without a value.</summary>
    public string ToHtml() => string.Concat(rows.Select(row =>
        $"<div style=\"font-variant-numeric:tabular-nums\"><progress max=\"1\"{Value(row)} style=\"width:14em;vertical-align:middle\"></progress> {WebUtility.HtmlEncode(row.Now())}</div>"));

    private static string Value(ProgressState row) => row.Share is { } share ? string.Create(CultureInfo.InvariantCulture, $" value=\"{share:F4}\"") : "";

    private sealed class Formatters
    {
        public IEnumerable<object> CreateTypeFormatters() =>
        [
            new MimeFormatter<ProgressView>("text/html", view => view.ToHtml()),
            new MimeFormatter<ProgressView>("text/plain", view => view.ToString()),
        ];
    }
}
