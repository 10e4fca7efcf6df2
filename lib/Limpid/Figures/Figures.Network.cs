using System.Collections.Immutable;
using Limpid.Graphs;

namespace Limpid.Figures;

public static partial class Figures
{
    private const int WeightSteps = 4;

    /// <summary>A network as layers of neurons from left to right; wider and stronger lines are larger weights, red ones positive, blue ones negative.</summary>
    /// <param name="weights">The weights into each layer after the first, [neurons of it, neurons of the layer before], as linear layers keep them.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="layers">The name of each layer; by default input, hidden 1, hidden 2, ..., output.</param>
    /// <param name="values">A value for each neuron of each layer, shown as its colour, on one scale; null for none; NaN is drawn grey and counted.</param>
    /// <param name="valueName">What the colours measure, with its unit.</param>
    /// <param name="title">The heading.</param>
    /// <param name="maxNeurons">Of a larger layer the first and last so many are drawn, with ⋮ between them, and the sizes stand beneath.</param>
    /// <param name="scale">The colours; by default symmetric around 0 when a value is negative.</param>
    /// <param name="range">The ends of the colour scale; by default those of the values.</param>
    /// <param name="weightName">What the lines measure.</param>
    /// <param name="texts">A short text above each neuron of each layer, such as its value; null for none.</param>
    /// <returns>The figure. The widths are in four equal steps up to the largest size of a weight in the whole network, drawn or not; weights of 0 are no lines.</returns>
    /// <exception cref="ArgumentException">No weights, an empty matrix, a layer that does not fit the one before, names or values of another length, a weight that is
    /// not finite, an infinite value, an empty caption, or a range that is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxNeurons"/> is below 2.</exception>
    public static Figure Network(IReadOnlyList<double[,]> weights, string caption, IReadOnlyList<string>? layers = null, IReadOnlyList<double[]>? values = null,
        string valueName = "activation", string? title = null, int maxNeurons = 12, ColourScale scale = ColourScale.Auto, (double From, double To)? range = null,
        string weightName = "weight", IReadOnlyList<string[]>? texts = null)
    {
        Check.Caption(caption);
        ArgumentNullException.ThrowIfNull(valueName);
        ArgumentNullException.ThrowIfNull(weightName);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxNeurons, 2);
        var sizes = LayerSizes(weights);
        if (layers is not null)
            Check.Names(layers, sizes.Length, nameof(layers));
        layers ??= [.. sizes.Select((_, k) => k == 0 ? "input" : k == sizes.Length - 1 ? "output" : FormattableString.Invariant($"hidden {k}"))];
        var missing = CheckNeurons(values, sizes);
        CheckTexts(texts, sizes);
        var places = sizes.Select(size => NeuronPlaces.Of(size, maxNeurons)).ToArray();
        Props[] traces = [.. WeightTraces(weights, places, weightName), .. NeuronTraces(places, layers, values, valueName, texts)];

        var reach = places.Max(p => p[0].Height) + 0.7;
        var (top, bottom) = (Axes.Top(title) + 30, 52 + (values is null ? 0 : 62));
        // A text above a neuron needs a line of its own.
        var height = top + bottom + (int)(texts is null ? Math.Clamp(60 * reach, 160, 400) : Math.Clamp(105 * reach, 200, 700));
        var layout = Axes.Layout(title, Axes.Width, height, 12, 12, top, bottom);
        (layout["xaxis"], layout["yaxis"]) = (Axes.Hidden(-0.4, sizes.Length - 0.6), Axes.Hidden(-reach, reach));
        (layout["legend"], layout["hovermode"]) = (Axes.LegendAbove(title, height), "closest");
        layout["annotations"] = LayerNames(layers, sizes, maxNeurons).Concat(Marks(sizes, maxNeurons)).ToArray();
        if (values is not null)
            layout["coloraxis"] = ColourAxis.For(values.SelectMany(v => v), scale, valueName, range);
        ImmutableArray<FigureSeries> data =
        [
            .. weights.Select((w, k) => FigureSeries.Of($"{weightName}s into {layers[k + 1]}", w)),
            .. (values ?? []).Select((v, k) => FigureSeries.Of($"{valueName} of {layers[k]}", v)),
        ];
        return new Figure(() => ChartBuilder.Build(traces, layout), Check.WithMissing(caption, missing), "Network of layers: "
            + string.Join(", ", layers.Select((name, k) => FormattableString.Invariant($"{name} ({Neurons(sizes[k])})"))) + (values is null ? "." : $"; neurons coloured by {valueName}."),
            data, new FigureSize(Axes.Width, height, 0, 0, 0, Limited: true));
    }

    private static string Neurons(int count) => count == 1 ? "1 neuron" : FormattableString.Invariant($"{count} neurons");

    private static int[] LayerSizes(IReadOnlyList<double[,]> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Check.NotEmpty(weights.Count, nameof(weights), "layer");
        var sizes = new List<int>();
        for (var k = 0; k < weights.Count; k++)
        {
            ArgumentNullException.ThrowIfNull(weights[k], nameof(weights));
            var (rows, columns) = (weights[k].GetLength(0), weights[k].GetLength(1));
            if (weights[k].Length == 0 || k > 0 && columns != sizes[k])
                throw new ArgumentException(FormattableString.Invariant(
                    $"weights[{k}] is {rows} by {columns}; expected at least one row and {(k == 0 ? "column" : sizes[k] + " columns, the neurons of the layer before")}."), nameof(weights));
            if (Check.Values(weights[k].Cast<double>(), nameof(weights), FormattableString.Invariant($"matrix {k}")) > 0)
                throw new ArgumentException(FormattableString.Invariant($"weights[{k}] holds NaN; expected finite numbers."), nameof(weights));
            if (k == 0)
                sizes.Add(columns);
            sizes.Add(rows);
        }
        return [.. sizes];
    }

    private static int CheckNeurons(IReadOnlyList<double[]>? values, int[] sizes)
    {
        if (values is null)
            return 0;
        Check.Length(values.Count, sizes.Length, nameof(values), "layers");
        for (var k = 0; k < sizes.Length; k++)
            Check.Length(values[k]?.Length ?? 0, sizes[k], FormattableString.Invariant($"values[{k}]"), "values");
        return Check.Values(values.SelectMany(v => v), nameof(values), "the values");
    }

    private static void CheckTexts(IReadOnlyList<string[]>? texts, int[] sizes)
    {
        if (texts is null)
            return;
        Check.Length(texts.Count, sizes.Length, nameof(texts), "layers");
        for (var k = 0; k < sizes.Length; k++)
            Check.Names(texts[k] ?? [], sizes[k], FormattableString.Invariant($"texts[{k}]"));
    }

    private static IEnumerable<Props> WeightTraces(IReadOnlyList<double[,]> weights, IReadOnlyList<(int Neuron, double Height)>[] places, string weightName)
    {
        var (lowest, highest) = (weights.Min(w => w.Cast<double>().Min()), weights.Max(w => w.Cast<double>().Max()));
        var largest = Math.Max(-lowest, highest);
        var starts = places.Select((_, k) => places.Take(k).Sum(p => p.Count)).ToArray();
        var lines = from k in Enumerable.Range(0, weights.Count)
                    from i in Enumerable.Range(0, places[k + 1].Count)
                    from j in Enumerable.Range(0, places[k].Count)
                    let weight = weights[k][places[k + 1][i].Neuron, places[k][j].Neuron]
                    where weight != 0
                    select (Step: Math.Min(WeightSteps - 1, (int)(WeightSteps * Math.Abs(weight) / largest)), IsPositive: weight > 0, Edge: new Edge(starts[k] + j, starts[k + 1] + i));
        var at = places.SelectMany((p, k) => p.Select(n => (X: (double)k, Y: n.Height))).ToArray();
        var groups = lines.GroupBy(l => (l.Step, l.IsPositive)).OrderBy(g => g.Key.Step).ThenBy(g => g.Key.IsPositive).ToArray();
        foreach (var group in groups)
        {
            var (step, isPositive) = group.Key;
            var walk = EdgeTrails.Of(at.Length, [.. group.Select(l => l.Edge)]).SelectMany(t => t.Select(v => (int?)v).Append(null)).ToArray();
            yield return new Props
            {
                ["type"] = "scatter", ["mode"] = "lines", ["hoverinfo"] = "skip", ["opacity"] = 0.35 + 0.2 * step, ["legendgroup"] = isPositive ? "positive" : "negative",
                ["name"] = isPositive ? FormattableString.Invariant($"positive {Label.Plain(weightName)}, up to {highest:G3}") : FormattableString.Invariant($"negative {Label.Plain(weightName)}, down to {lowest:G3}"),
                // The widest of each sign stands for it.
                ["showlegend"] = step == groups.Where(g => g.Key.IsPositive == isPositive).Max(g => g.Key.Step), ["line"] = new Props
                {
                    ["color"] = isPositive ? Palette.Positive : Palette.Negative, ["width"] = 0.8 + 1.2 * step,
                },
                ["x"] = walk.Select(v => v is { } i ? (object)at[i].X : null).ToArray(), ["y"] = walk.Select(v => v is { } i ? (object)at[i].Y : null).ToArray(),
            };
        }
    }

    private static IEnumerable<Props> NeuronTraces(IReadOnlyList<(int Neuron, double Height)>[] places, IReadOnlyList<string> layers, IReadOnlyList<double[]>? values,
        string valueName, IReadOnlyList<string[]>? texts)
    {
        var all = places.SelectMany((p, k) => p.Select(n => (Layer: k, n.Neuron, n.Height, Value: values?[k][n.Neuron], Text: Label.Plain(texts?[k][n.Neuron] ?? "")))).ToArray();
        foreach (var group in all.GroupBy(n => n.Value is double.NaN ? null : n.Value is null ? false : (bool?)true).OrderBy(g => g.Key is null ? 0 : 1))
        {
            var marker = new Props { ["size"] = 18, ["line"] = new Props { ["color"] = Palette.Outline, ["width"] = 1.2 }, ["color"] = group.Key is null ? Palette.Null : Palette.OfSeries(0) };
            if (group.Key == true)
                (marker["color"], marker["coloraxis"]) = (group.Select(n => n.Value).ToArray(), "coloraxis");
            var trace = new Props
            {
                ["type"] = "scatter", ["mode"] = texts is null ? "markers" : "markers+text", ["showlegend"] = false, ["marker"] = marker,
                ["x"] = group.Select(n => n.Layer).ToArray(), ["y"] = group.Select(n => n.Height).ToArray(),
                ["customdata"] = group.Select(n => Label.Plain(layers[n.Layer]) + FormattableString.Invariant($", neuron {n.Neuron}")).ToArray(),
                ["hovertemplate"] = "%{customdata}" + (group.Key == true ? $"<br>{Label.InTemplate(valueName)} %{{marker.color:.4g}}" : "") + "<extra></extra>",
            };
            if (texts is not null)
                (trace["text"], trace["textposition"], trace["cliponaxis"]) = (group.Select(n => n.Text).ToArray(), "top center", false);
            yield return trace;
        }
    }

    private static IEnumerable<Props> LayerNames(IReadOnlyList<string> layers, int[] sizes, int most) => layers.Select((name, k) => new Props
    {
        ["text"] = $"{Label.Wrapped(name, 60 / layers.Count)}<br>{Neurons(sizes[k])}{(sizes[k] > most ? FormattableString.Invariant($",<br>{most} drawn") : "")}",
        ["x"] = k, ["xref"] = "x", ["xanchor"] = "center", ["y"] = 0, ["yref"] = "paper", ["yanchor"] = "top", ["showarrow"] = false, ["font"] = new Props { ["size"] = 12 },
    });

    private static IEnumerable<Props> Marks(int[] sizes, int most) => sizes.Select((size, k) => (Height: NeuronPlaces.Mark(size, most), k)).Where(m => m.Height is not null).Select(m => new Props
    {
        ["text"] = "⋮", ["x"] = m.k, ["xref"] = "x", ["y"] = m.Height, ["yref"] = "y", ["showarrow"] = false, ["font"] = new Props { ["size"] = 22 },
    });
}
