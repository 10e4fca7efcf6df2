using Limpid.Display;

namespace Limpid.Figures;

/// <summary>The three forms of a figure in a notebook.</summary>
internal sealed class FigureFormatters
{
    public const string Html = "text/html";
    public const string Plotly = "application/vnd.plotly.v1+json";
    public const string Plain = "text/plain";

    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Figure>(Html, figure => FigureHtml.Write(figure)),
        new MimeFormatter<Figure>(Plotly, figure => figure.Json),
        new MimeFormatter<Figure>(Plain, figure => figure.Caption),
    ];
}
