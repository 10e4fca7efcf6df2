using System.Collections.Immutable;
using Limpid.Display;
using Plotly.NET;

namespace Limpid.Figures;

/// <summary>A chart with its finding in one sentence, its alternative text and the numbers it draws.</summary>
/// <remarks>Never changes: what styles a figure returns another one. Made by the methods of <see cref="Figures"/>.</remarks>
[TypeFormatterSource(typeof(FigureFormatters), PreferredMimeTypes = [FigureFormatters.Html, FigureFormatters.Plotly, FigureFormatters.Plain])]
public sealed class Figure
{
    /// <summary>The largest JSON of a figure, in bytes.</summary>
    public const int MaxJsonBytes = 200_000;

    private readonly Func<GenericChart> build;

    internal Figure(Func<GenericChart> build, string caption, string altText, ImmutableArray<FigureSeries> data, FigureSize size)
    {
        this.build = build;
        Caption = caption;
        AltText = altText;
        Data = data;
        Size = size;
        Json = JsonDigits.Round(GenericChart.toFigureJson(build()), digits: 5);
        if (Json.Length > MaxJsonBytes)
            throw new FigureTooLargeException(caption, Json.Length);
    }

    /// <summary>The finding, in one sentence.</summary>
    public string Caption { get; }

    /// <summary>What the chart shows, for those who can't see it.</summary>
    public string AltText { get; }

    /// <summary>The numbers that the figure draws, in full precision.</summary>
    public ImmutableArray<FigureSeries> Data { get; }

    /// <summary>The chart, made anew at every call, so that styling it leaves the figure as it is.</summary>
    public GenericChart Chart => build();

    /// <summary>The Plotly figure as JSON: data and layout, numbers rounded to five significant digits, ASCII, with every
    /// character that HTML gives a meaning escaped.</summary>
    public string Json { get; }

    internal FigureSize Size { get; }

    /// <summary>The figure with its chart changed by <paramref name="change"/>.</summary>
    /// <param name="change">Gets a new chart at every call and returns the chart to show.</param>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    /// <exception cref="FigureTooLargeException">The JSON of the result exceeds <see cref="MaxJsonBytes"/>.</exception>
    public Figure Style(Func<GenericChart, GenericChart> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var before = build;
        return new Figure(() => change(before()), Caption, AltText, Data, Size);
    }

    /// <summary>The caption.</summary>
    public override string ToString() => Caption;
}
