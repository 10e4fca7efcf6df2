using System.Collections.Immutable;
using Limpid.Graphs;

namespace Limpid.Figures;

public static partial class Figures
{
    private const int GraphSide = 560;
    private const int GraphUnits = 2000;
    private const int MaxNamedVertices = 60;

    /// <summary>A graph drawn at given places, its vertices coloured by a signal. Where weights differ, wider edges are heavier, in three steps.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="places">x and y of each vertex, as <see cref="GraphLayout"/> makes them; one scale on both axes.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="signal">A value for each vertex; null for none; a NaN is drawn grey and counted in the caption.</param>
    /// <param name="signalName">What the signal measures, with its unit.</param>
    /// <param name="names">The name of each vertex, shown for up to 60, else by the pointer; by default its number.</param>
    /// <param name="title">The heading.</param>
    /// <param name="scale">The colours; by default symmetric around 0 when a value is negative.</param>
    /// <param name="range">The ends of the colour scale; by default those of the signal.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">Places, signal or names of another length than the graph has vertices, a place that is not finite, an infinity or no
    /// number in the signal, an empty caption, or a range that is none.</exception>
    public static Figure Graph(Graph graph, double[,] places, string caption, double[]? signal = null, string signalName = "signal",
        IReadOnlyList<string>? names = null, string? title = null, ColourScale scale = ColourScale.Auto, (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(signalName);
        Check.Caption(caption);
        Check.Length(places.GetLength(0), graph.VertexCount, nameof(places), "rows");
        Check.Length(places.GetLength(1), 2, nameof(places), "columns");
        if (Check.Values(places.Cast<double>(), nameof(places), "the places") > 0)
            throw new ArgumentException("places holds NaN; expected x and y of each vertex.", nameof(places));
        if (names is not null)
            Check.Names(names, graph.VertexCount, nameof(names));
        Check.Length(signal?.Length ?? graph.VertexCount, graph.VertexCount, nameof(signal), "values");
        var missing = signal is null ? 0 : Check.Values(signal, nameof(signal), "the signal");

        var ratio = Ratio(places);
        var points = Fitted(places, ratio);
        var edges = EdgeTraces(graph, points).ToArray();
        Props[] traces = [.. edges, .. VertexTraces(points, signal, signalName, names, names is not null && graph.VertexCount <= MaxNamedVertices)];
        var named = names is not null && graph.VertexCount <= MaxNamedVertices ? 18 : 0;
        var (top, bottom) = (Axes.Top(title) + named + (edges.Length > 1 ? 30 : 0), signal is null ? 12 : 66);
        var size = new FigureSize(GraphSide + 24, (int)Math.Round(GraphSide * ratio) + top + bottom, ratio, 24, top + bottom, Limited: true);
        var layout = Axes.Layout(title, size.Width, size.Height, 12, 12, top, bottom);
        layout["xaxis"] = Axes.Hidden(-0.04 * GraphUnits, 1.04 * GraphUnits);
        layout["yaxis"] = Axes.Hidden(-(ratio + 0.04) * GraphUnits, 0.04 * GraphUnits);
        ((Props)layout["yaxis"]!)["scaleanchor"] = "x";
        (layout["showlegend"], layout["legend"], layout["hovermode"]) = (edges.Length > 1, Axes.LegendAbove(title, size.Height), "closest");
        if (signal is not null)
            layout["coloraxis"] = ColourAxis.For(signal, scale, signalName, range);
        ImmutableArray<FigureSeries> data =
            [FigureSeries.Of("places", places), .. signal is null ? Array.Empty<FigureSeries>() : [FigureSeries.Of(signalName, signal)]];
        return new Figure(() => ChartBuilder.Build(traces, layout), Check.WithMissing(caption, missing), FormattableString.Invariant(
            $"Graph of {graph.VertexCount} vertices and {graph.EdgeCount} edges{(signal is null ? "" : ", coloured by " + signalName)}."), data, size);
    }

    /// <summary>A graph drawn by <see cref="GraphLayout.Force"/>, its vertices coloured by a signal.</summary>
    /// <inheritdoc cref="Graph(Graph, double[,], string, double[], string, IReadOnlyList{string}?, string?, ColourScale, ValueTuple{double, double}?)"/>
    public static Figure Graph(Graph graph, string caption, double[]? signal = null, string signalName = "signal", IReadOnlyList<string>? names = null,
        string? title = null, ColourScale scale = ColourScale.Auto, (double From, double To)? range = null) =>
        Graph(graph, GraphLayout.Force(graph), caption, signal, signalName, names, title, scale, range);

    private static double Ratio(double[,] places)
    {
        var (left, right, low, high) = Bounds(places);
        return Math.Clamp((high - low) / Math.Max(right - left, 1e-12), 0.16, 1.1);
    }

    private static (double Left, double Right, double Low, double High) Bounds(double[,] places)
    {
        var all = Enumerable.Range(0, places.GetLength(0)).ToArray();
        return (all.Min(v => places[v, 0]), all.Max(v => places[v, 0]), all.Min(v => places[v, 1]), all.Max(v => places[v, 1]));
    }

    // Whole numbers of four digits: finer than a pixel, and a graph of thousands of edges fits into a notebook.
    private static (int X, int Y)[] Fitted(double[,] places, double ratio)
    {
        var (left, right, low, high) = Bounds(places);
        var unit = GraphUnits / Math.Max(Math.Max(right - left, (high - low) / ratio), 1e-12);
        var (dx, dy) = ((GraphUnits - unit * (right - left)) / 2, (ratio * GraphUnits - unit * (high - low)) / 2);
        return [.. Enumerable.Range(0, places.GetLength(0))
            .Select(v => ((int)Math.Round(dx + unit * (places[v, 0] - left)), (int)Math.Round(unit * (places[v, 1] - high) - dy)))];
    }

    private static IEnumerable<Props> EdgeTraces(Graph graph, (int X, int Y)[] points)
    {
        var edges = graph.Edges.ToArray();
        if (edges.Length == 0)
            return [];
        var (least, most) = (edges.Min(e => e.Weight), edges.Max(e => e.Weight));
        if (most - least <= 1e-9 * most)
            return [EdgeTrace(points, edges, "edges", edges.Length > 1500 ? 0.7 : 1.2)];
        var step = (most - least) / 3;
        return from k in Enumerable.Range(0, 3)
               let part = edges.Where(e => Math.Min(2, (int)((e.Weight - least) / step)) == k).ToArray()
               where part.Length > 0
               select EdgeTrace(points, part, FormattableString.Invariant($"weight {least + k * step:G3} to {least + (k + 1) * step:G3}"), 0.6 + 1.3 * k);
    }

    private static Props EdgeTrace((int X, int Y)[] points, IReadOnlyList<Edge> edges, string name, double width)
    {
        var walk = EdgeTrails.Of(points.Length, edges).SelectMany(t => t.Select(v => (int?)v).Append(null)).ToArray();
        return new Props
        {
            ["type"] = "scatter", ["mode"] = "lines", ["name"] = name, ["hoverinfo"] = "skip",
            ["x"] = walk.Select(v => v is { } i ? (object)points[i].X : null).ToArray(), ["y"] = walk.Select(v => v is { } i ? (object)points[i].Y : null).ToArray(),
            ["line"] = new Props { ["color"] = Palette.Edge, ["width"] = width },
        };
    }

    private static IEnumerable<Props> VertexTraces((int X, int Y)[] points, double[]? signal, string signalName, IReadOnlyList<string>? names, bool shown)
    {
        var all = Enumerable.Range(0, points.Length);
        var unknown = signal is null ? [] : all.Where(v => double.IsNaN(signal[v])).ToArray();
        if (unknown.Length > 0)
            yield return VertexTrace(points, unknown, names, shown, new Props { ["color"] = Palette.Null }, "no value");
        var known = signal is null ? [.. all] : all.Where(v => !double.IsNaN(signal[v])).ToArray();
        var marker = signal is null
            ? new Props { ["color"] = Palette.OfSeries(0) }
            : new Props { ["color"] = known.Select(v => signal[v]).ToArray(), ["coloraxis"] = "coloraxis" };
        yield return VertexTrace(points, known, names, shown, marker, signal is null ? null : Label.InTemplate(signalName) + " %{marker.color:.4g}");
    }

    private static Props VertexTrace((int X, int Y)[] points, int[] vertices, IReadOnlyList<string>? names, bool shown, Props marker, string? value)
    {
        (marker["size"], marker["line"]) = (points.Length switch { <= 60 => 16, <= 250 => 11, <= 800 => 7, _ => 5 }, new Props { ["color"] = Palette.Outline, ["width"] = 0.8 });
        return new Props
        {
            ["type"] = "scatter", ["mode"] = shown ? "markers+text" : "markers", ["cliponaxis"] = false, ["showlegend"] = false, ["marker"] = marker,
            ["x"] = vertices.Select(v => points[v].X).ToArray(), ["y"] = vertices.Select(v => points[v].Y).ToArray(), ["textposition"] = "top center",
            ["text"] = vertices.Select(v => names is null ? FormattableString.Invariant($"vertex {v}") : Label.Plain(names[v])).ToArray(),
            ["hovertemplate"] = "%{text}" + (value is null ? "" : "<br>" + value) + "<extra></extra>",
        };
    }
}
