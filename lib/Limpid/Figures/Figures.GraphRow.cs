using System.Collections.Immutable;
using Limpid.Graphs;

namespace Limpid.Figures;

public static partial class Figures
{
    private const int GraphGap = 200;

    /// <summary>Graphs side by side, each by <see cref="GraphLayout.Force"/>, with one scale for weights and one for colours: a graph that changes over time, say.</summary>
    /// <param name="graphs">Heading and graph of each panel, from left to right.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="signals">For each graph a value for each vertex; null for none; a NaN is drawn grey and counted in the caption.</param>
    /// <param name="signalName">What the signal measures, with its unit.</param>
    /// <param name="title">The heading of the whole.</param>
    /// <param name="scale">The colours; by default symmetric around 0 when a value is negative.</param>
    /// <param name="range">The ends of the colour scale; by default those of the signals.</param>
    /// <returns>The figure. Where weights differ, wider edges are heavier, in three steps.</returns>
    /// <exception cref="ArgumentException">No graphs, another number of signals, a signal of another length than its graph has vertices, an infinity or no number in a
    /// signal, an empty caption, or a range that is none.</exception>
    public static Figure GraphRow(IReadOnlyList<(string Name, Graph Graph)> graphs, string caption, IReadOnlyList<double[]>? signals = null,
        string signalName = "signal", string? title = null, ColourScale scale = ColourScale.Auto, (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(graphs);
        ArgumentNullException.ThrowIfNull(signalName);
        Check.Caption(caption);
        Check.NotEmpty(graphs.Count, nameof(graphs), "graph");
        Check.Names([.. graphs.Select(g => g.Name)], graphs.Count, nameof(graphs));
        Check.Length(signals?.Count ?? graphs.Count, graphs.Count, nameof(signals), "signals");
        var missing = 0;
        for (var k = 0; k < graphs.Count && signals is not null; k++)
        {
            ArgumentNullException.ThrowIfNull(signals[k], nameof(signals));
            Check.Length(signals[k].Length, graphs[k].Graph.VertexCount, $"signals[{k}]", "values");
            missing += Check.Values(signals[k], nameof(signals), $"the signal of '{graphs[k].Name}'");
        }

        var places = graphs.Select(g => GraphLayout.Force(g.Graph)).ToArray();
        var points = places.SelectMany((p, k) => Fitted(p, 1).Select(at => (at.X + k * (GraphUnits + GraphGap), at.Y))).ToArray();
        var values = signals?.SelectMany(s => s).ToArray();
        string[] names = [.. graphs.SelectMany(g => Enumerable.Range(0, g.Graph.VertexCount).Select(v => FormattableString.Invariant($"{g.Name}, vertex {v}")))];
        var edges = EdgeTraces(SideBySide([.. graphs.Select(g => g.Graph)]), points).ToArray();
        Props[] traces = [.. edges, .. VertexTraces(points, values, signalName, names, shown: false)];

        var units = graphs.Count * (GraphUnits + GraphGap) - GraphGap;
        var width = Math.Min(Axes.Width, 24 + GraphSide * graphs.Count);
        var (ratio, top, bottom) = ((double)GraphUnits / units, Axes.Top(title) + 20 + (edges.Length > 1 ? 30 : 0), values is null ? 12 : 66);
        var size = new FigureSize(width, (int)Math.Round((width - 24) * ratio) + top + bottom, ratio, 24, top + bottom, Limited: true);
        var layout = Axes.Layout(title, size.Width, size.Height, 12, 12, top, bottom);
        layout["xaxis"] = Axes.Hidden(-0.02 * units, 1.02 * units);
        layout["yaxis"] = Axes.Hidden(-1.04 * GraphUnits, 0.04 * GraphUnits);
        ((Props)layout["yaxis"]!)["scaleanchor"] = "x";
        (layout["showlegend"], layout["legend"], layout["hovermode"]) = (edges.Length > 1, Axes.LegendAbove(title, size.Height), "closest");
        layout["annotations"] = graphs.Select((g, k) => new Props
        {
            ["text"] = Label.Plain(g.Name), ["x"] = k * (GraphUnits + GraphGap) + GraphUnits / 2, ["xref"] = "x", ["xanchor"] = "center", ["y"] = 0.04 * GraphUnits,
            ["yref"] = "y", ["yanchor"] = "bottom", ["yshift"] = 4, ["showarrow"] = false, ["font"] = new Props { ["size"] = 12 },
        }).ToArray();
        if (values is not null)
            layout["coloraxis"] = ColourAxis.For(values, scale, signalName, range);
        ImmutableArray<FigureSeries> data =
            [.. graphs.Zip(places, (g, p) => FigureSeries.Of($"{g.Name}, places", p)), .. graphs.Zip(signals ?? [], (g, s) => FigureSeries.Of($"{g.Name}, {signalName}", s))];
        return new Figure(() => ChartBuilder.Build(traces, layout), Check.WithMissing(caption, missing), FormattableString.Invariant(
            $"{graphs.Count} graphs side by side: {string.Join(", ", graphs.Select(g => g.Name))}{(signals is null ? "" : ", coloured by " + signalName)}."), data, size);
    }

    private static Graph SideBySide(IReadOnlyList<Graph> graphs)
    {
        var (offset, edges) = (0, new List<Edge>());
        foreach (var graph in graphs)
        {
            var start = offset;
            edges.AddRange(graph.Edges.Select(e => new Edge(start + e.From, start + e.To, e.Weight)));
            offset += graph.VertexCount;
        }
        return Graphs.Graph.FromEdges(offset, edges);
    }
}
