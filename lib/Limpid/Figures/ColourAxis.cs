namespace Limpid.Figures;

/// <summary>The shared colour scale of a figure, shown as a bar along its lower edge.</summary>
internal static class ColourAxis
{
    /// <summary>One scale over all values; symmetric around 0 when it diverges.</summary>
    public static Props For(IEnumerable<double> values, ColourScale scale, string valueName, (double From, double To)? range)
    {
        Check.Range(range);
        double low = 0, high = 0;
        foreach (var value in values.Where(v => !double.IsNaN(v)))
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (scale == ColourScale.Auto)
            scale = low < 0 || range?.From < 0 ? ColourScale.Diverging : ColourScale.Sequential;
        if (scale == ColourScale.Diverging)
            (low, high) = (-Math.Max(-low, high), Math.Max(-low, high));
        if (low == high)
            high = low + 1;
        (low, high) = range ?? (low, high);
        return Axis(Stops(scale), low, high, valueName);
    }

    /// <summary>The same scale twice: clear where nothing is, for maps over a picture, and as it looks on white, for the bar.</summary>
    public static (Props Veil, Props Bar) Veil(IEnumerable<double> values, string valueName, (double From, double To)? range)
    {
        var (veil, bar) = (For(values, ColourScale.Auto, valueName, range), For(values, ColourScale.Auto, valueName, range));
        var stops = (double)veil["cmin"]! < 0 ? Palette.DivergingVeil : Palette.SequentialVeil;
        (veil["colorscale"], veil["showscale"]) = (stops.Select(s => Palette.Stop(s.At, s.Css)).ToArray(), false);
        bar["colorscale"] = stops.Select(s => Palette.Stop(s.At, s.OnWhite.Css)).ToArray();
        return (veil, bar);
    }

    /// <summary>A scale of separate colours, one for each label.</summary>
    public static Props Classes(IReadOnlyList<string> labels, string name)
    {
        var stops = Enumerable.Range(0, labels.Count).SelectMany(k => new object[]
        {
            Palette.Stop((double)k / labels.Count, Palette.Class(k)), Palette.Stop((k + 1.0) / labels.Count, Palette.Class(k)),
        }).ToArray();
        var axis = Axis(stops, -0.5, labels.Count - 0.5, name);
        var bar = (Props)axis["colorbar"]!;
        bar["tickvals"] = Enumerable.Range(0, labels.Count).ToArray();
        (bar["ticktext"], bar["ticks"]) = (labels.Select(Label.Plain).ToArray(), "");
        return axis;
    }

    /// <summary>White to dark blue, from 0 to 100.</summary>
    public static Props Percent(string name)
    {
        var axis = Axis(Palette.Share, 0, 100, name);
        var bar = (Props)axis["colorbar"]!;
        bar["tickvals"] = new[] { 0, 25, 50, 75, 100 };
        return axis;
    }

    private static object Stops(ColourScale scale) => scale switch
    {
        ColourScale.Diverging => Palette.Diverging,
        ColourScale.Sequential => "Viridis",
        ColourScale.Grey => Palette.Grey,
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "Expected a member of ColourScale."),
    };

    private static Props Axis(object stops, double low, double high, string name) => new()
    {
        ["colorscale"] = stops,
        ["cmin"] = low,
        ["cmax"] = high,
        ["colorbar"] = new Props
        {
            ["orientation"] = "h",
            ["title"] = new Props { ["text"] = Label.Plain(name), ["side"] = "bottom" },
            ["thickness"] = 10, ["len"] = 1, ["lenmode"] = "fraction", ["x"] = 0, ["xanchor"] = "left", ["xpad"] = 0,
            ["y"] = 0, ["yref"] = "container", ["yanchor"] = "bottom", ["ypad"] = 2,
            ["outlinewidth"] = 0, ["ticks"] = "outside", ["tickcolor"] = Palette.Line, ["nticks"] = 8, ["ticklabeloverflow"] = "allow",
        },
    };
}
