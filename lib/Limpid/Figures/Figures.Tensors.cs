using Limpid.Display;
using Limpid.Graphs;
using static TorchSharp.torch;

namespace Limpid.Figures;

public static partial class Figures
{
    /// <inheritdoc cref="Heatmap(double[,], string, string?, string, string?, string?, ColourScale, ValueTuple{double, double}?)"/>
    /// <remarks><paramref name="map"/>: the values, of shape [rows, columns]; any element type and device.</remarks>
    public static Figure Heatmap(Tensor map, string caption, string? title = null, string valueName = "value", string? xName = null,
        string? yName = null, ColourScale scale = ColourScale.Auto, (double From, double To)? range = null) =>
        Heatmap(TensorMaps.One(map, nameof(map)), caption, title, valueName, xName, yName, scale, range);

    /// <summary>All of a matrix as colours, in one word: what <c>tensor</c> shows a corner of. The caption gives its form, extremes and mean.</summary>
    /// <param name="map">The values, of shape [rows, columns]; any element type and device.</param>
    /// <returns>The figure. Of a matrix with more than 14 000 entries each cell is the mean of a square of them, and the caption says so.</returns>
    /// <exception cref="ArgumentException">Another shape, no entries, an infinity, or no number at all.</exception>
    public static Figure Heatmap(Tensor map)
    {
        var values = TensorMaps.One(map, nameof(map));
        Check.NotEmpty(values.Length, nameof(map), "value");
        Check.Values(values.Cast<double>(), nameof(map), "map");
        var numbers = values.Cast<double>().Where(v => !double.IsNaN(v)).ToArray();
        var (blocks, side) = Blocks.Of(values);
        var caption = FormattableString.Invariant($"{TensorView.Text(map)}: from {numbers.Min():G4} to {numbers.Max():G4}, mean {numbers.Average():G4}.")
            + (side == 1 ? "" : FormattableString.Invariant($" (Each cell is the mean of up to {side} x {side} values.)"));
        return Heatmap(blocks, caption, xName: "column", yName: "row");
    }

    /// <inheritdoc cref="MapGrid(IReadOnlyList{ValueTuple{string, IReadOnlyList{double[,]}}}, IReadOnlyList{string}, string, string?, string, ColourScale, ValueTuple{double, double}?)"/>
    /// <remarks><paramref name="rows"/>: name and maps of each row, of shape [columns, height, width]; any element type and device.</remarks>
    public static Figure MapGrid(IReadOnlyList<(string Name, Tensor Maps)> rows, IReadOnlyList<string> columns, string caption,
        string? title = null, string valueName = "value", ColourScale scale = ColourScale.Auto, (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return MapGrid([.. rows.Select(r => (r.Name, TensorMaps.Many(r.Maps, nameof(rows))))], columns, caption, title, valueName, scale, range);
    }

    /// <inheritdoc cref="Segmentation(IReadOnlyList{ValueTuple{string, int[,]}}, IReadOnlyList{string}, string, string?, string)"/>
    /// <remarks><paramref name="maps"/>: name and map of each panel, of shape [rows, columns]: the class index of each cell, -1 for none.</remarks>
    public static Figure Segmentation(IReadOnlyList<(string Name, Tensor Map)> maps, IReadOnlyList<string> classes, string caption,
        string? title = null, string className = "class")
    {
        ArgumentNullException.ThrowIfNull(maps);
        return Segmentation([.. maps.Select(m => (m.Name, TensorMaps.Classes(m.Map, nameof(maps))))], classes, caption, title, className);
    }

    /// <inheritdoc cref="ImageGrid(IReadOnlyList{ValueTuple{string, double[,]}}, IReadOnlyList{ValueTuple{string, IReadOnlyList{double[,]}}}, string, string?, string, ColourScale, ValueTuple{double, double}?)"/>
    /// <remarks><paramref name="pictures"/>: name and picture of each column, of shape [height, width].
    /// <paramref name="maps"/>: name and maps of each further row, of shape [pictures, height, width].</remarks>
    public static Figure ImageGrid(IReadOnlyList<(string Name, Tensor Picture)> pictures, IReadOnlyList<(string Name, Tensor Maps)> maps,
        string caption, string? title = null, string valueName = "value", ColourScale scale = ColourScale.Auto, (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(maps);
        return ImageGrid(
            [.. pictures.Select(p => (p.Name, TensorMaps.One(p.Picture, nameof(pictures))))],
            [.. maps.Select(m => (m.Name, TensorMaps.Many(m.Maps, nameof(maps))))], caption, title, valueName, scale, range);
    }

    /// <inheritdoc cref="Lines(IReadOnlyList{double}, IReadOnlyList{ValueTuple{string, double[,]}}, string, string, string, string?, IReadOnlyList{PaperPoints}?, double?)"/>
    /// <remarks><paramref name="lines"/>: name and values of each line, of shape [runs, positions] or [positions]; any element type and device.</remarks>
    public static Figure Lines(IReadOnlyList<double> x, IReadOnlyList<(string Name, Tensor Runs)> lines, string caption, string xName, string yName,
        string? title = null, IReadOnlyList<PaperPoints>? paper = null, double? confidence = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return Lines(x, [.. lines.Select(l => (l.Name, TensorMaps.Runs(l.Runs, nameof(lines))))], caption, xName, yName, title, paper, confidence);
    }

    /// <inheritdoc cref="Saliency(IReadOnlyList{ValueTuple{string, double[,]}}, IReadOnlyList{ValueTuple{string, IReadOnlyList{double[,]}}}, string, string?, string, ValueTuple{double, double}?)"/>
    /// <remarks><paramref name="pictures"/>: name and picture of each column, of shape [height, width].
    /// <paramref name="maps"/>: name and maps of each row, of shape [pictures, height, width].</remarks>
    public static Figure Saliency(IReadOnlyList<(string Name, Tensor Picture)> pictures, IReadOnlyList<(string Name, Tensor Maps)> maps, string caption,
        string? title = null, string valueName = "relevance", (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(maps);
        return Saliency(
            [.. pictures.Select(p => (p.Name, TensorMaps.One(p.Picture, nameof(pictures))))],
            [.. maps.Select(m => (m.Name, TensorMaps.Many(m.Maps, nameof(maps))))], caption, title, valueName, range);
    }

    /// <inheritdoc cref="Network(IReadOnlyList{double[,]}, string, IReadOnlyList{string}?, IReadOnlyList{double[]}?, string, string?, int, ColourScale, ValueTuple{double, double}?, string, IReadOnlyList{string[]}?)"/>
    /// <remarks><paramref name="weights"/>: of shape [neurons, neurons of the layer before], as <c>Linear.weight</c>.
    /// <paramref name="values"/>: one tensor of shape [neurons] for each layer. Any element type and device.</remarks>
    public static Figure Network(IReadOnlyList<Tensor> weights, string caption, IReadOnlyList<string>? layers = null, IReadOnlyList<Tensor>? values = null,
        string valueName = "activation", string? title = null, int maxNeurons = 12, ColourScale scale = ColourScale.Auto, (double From, double To)? range = null,
        string weightName = "weight", IReadOnlyList<string[]>? texts = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Network([.. weights.Select(w => TensorMaps.One(w, nameof(weights)))], caption, layers, values is null ? null : [.. values.Select(v => TensorMaps.Row(v, nameof(values)))],
            valueName, title, maxNeurons, scale, range, weightName, texts);
    }

    /// <inheritdoc cref="SequenceLogo(double[,], string, string?, string, int)"/>
    /// <remarks><paramref name="frequencies"/>: of shape [positions, 4]; any element type and device.</remarks>
    public static Figure SequenceLogo(Tensor frequencies, string caption, string? title = null, string letters = "ACGT", int firstPosition = 1) =>
        SequenceLogo(TensorMaps.One(frequencies, nameof(frequencies)), caption, title, letters, firstPosition);

    /// <inheritdoc cref="RelevanceTrack(string, double[], string, string, string?, int, IReadOnlyList{ValueTuple{int, int}}?)"/>
    /// <remarks><paramref name="relevance"/>: of shape [letters]; any element type and device.</remarks>
    public static Figure RelevanceTrack(string sequence, Tensor relevance, string caption, string valueName = "relevance", string? title = null,
        int firstPosition = 1, IReadOnlyList<(int First, int Last)>? marked = null) =>
        RelevanceTrack(sequence, TensorMaps.Row(relevance, nameof(relevance)), caption, valueName, title, firstPosition, marked);

    /// <inheritdoc cref="Scatter(double[,], IReadOnlyList{int}, IReadOnlyList{string}, string, string, string, string?, int, IReadOnlyList{PaperPoints}?)"/>
    /// <remarks><paramref name="points"/>: one row for each point, of shape [points, 2].
    /// <paramref name="labels"/>: the class of each point, of shape [points].</remarks>
    public static Figure Scatter(Tensor points, Tensor labels, IReadOnlyList<string> classes, string caption, string xName, string yName,
        string? title = null, int maxPoints = 4000, IReadOnlyList<PaperPoints>? paper = null) =>
        Scatter(TensorMaps.One(points, nameof(points)), TensorMaps.Labels(labels, nameof(labels)), classes, caption,
            xName, yName, title, maxPoints, paper);

    /// <inheritdoc cref="Matrices(IReadOnlyList{ValueTuple{string, double[,]}}, IReadOnlyList{string}, string, IReadOnlyList{string}?, string?, string?, string, string?, ColourScale, ValueTuple{double, double}?)"/>
    /// <remarks><paramref name="panels"/>: name and values of each matrix, of shape [rows, columns]; any element type and device.</remarks>
    public static Figure Matrices(IReadOnlyList<(string Name, Tensor Map)> panels, IReadOnlyList<string> rows, string caption, IReadOnlyList<string>? columns = null,
        string? rowName = null, string? columnName = null, string valueName = "value", string? title = null, ColourScale scale = ColourScale.Auto,
        (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(panels);
        return Matrices([.. panels.Select(p => (p.Name, TensorMaps.One(p.Map, nameof(panels))))], rows, caption, columns, rowName, columnName, valueName, title, scale, range);
    }

    /// <inheritdoc cref="Confusion(int[], int[], IReadOnlyList{string}, string, string?)"/>
    /// <remarks><paramref name="actual"/> and <paramref name="predicted"/>: of shape [cases]; any element type and device.</remarks>
    public static Figure Confusion(Tensor actual, Tensor predicted, IReadOnlyList<string> classes, string caption, string? title = null) =>
        Confusion(TensorMaps.Labels(actual, nameof(actual)), TensorMaps.Labels(predicted, nameof(predicted)), classes, caption, title);

    /// <inheritdoc cref="Embedding(double[,], IReadOnlyList{int}, IReadOnlyList{string}, string, string?, int)"/>
    /// <remarks><paramref name="points"/>: of shape [points, 2]. <paramref name="labels"/>: of shape [points]; any element type and device.</remarks>
    public static Figure Embedding(Tensor points, Tensor labels, IReadOnlyList<string> classes, string caption, string? title = null, int maxPoints = 4000) =>
        Embedding(TensorMaps.One(points, nameof(points)), TensorMaps.Labels(labels, nameof(labels)), classes, caption, title, maxPoints);

    /// <inheritdoc cref="Embedding(double[,], IReadOnlyList{double}, string, string, string?, ColourScale, ValueTuple{double, double}?, int)"/>
    /// <remarks><paramref name="points"/>: of shape [points, 2]. <paramref name="values"/>: of shape [points]; any element type and device.</remarks>
    public static Figure Embedding(Tensor points, Tensor values, string caption, string valueName = "value", string? title = null,
        ColourScale scale = ColourScale.Auto, (double From, double To)? range = null, int maxPoints = 4000) =>
        Embedding(TensorMaps.One(points, nameof(points)), TensorMaps.Row(values, nameof(values)), caption, valueName, title, scale, range, maxPoints);

    /// <inheritdoc cref="Stem(double[], string, string, IReadOnlyList{string}?, IReadOnlyList{int}?, string, string?, string?)"/>
    /// <remarks><paramref name="values"/>: of shape [values]; any element type and device.</remarks>
    public static Figure Stem(Tensor values, string caption, string yName, IReadOnlyList<string>? names = null, IReadOnlyList<int>? marked = null,
        string markedName = "marked", string? title = null) =>
        Stem(TensorMaps.Row(values, nameof(values)), caption, yName, names, marked, markedName, title);

    /// <inheritdoc cref="Density(double[], string, string, double?, double?, string, string?)"/>
    /// <remarks><paramref name="values"/>: of shape [values]; any element type and device.</remarks>
    public static Figure Density(Tensor values, string caption, string xName, double? bandwidth = null, double? observed = null,
        string observedName = "observed", string? title = null) =>
        Density(TensorMaps.Row(values, nameof(values)), caption, xName, bandwidth, observed, observedName, title);

    /// <inheritdoc cref="Histogram(double[], string, string, double?, string, int?, string?)"/>
    /// <remarks><paramref name="values"/>: of shape [values]; any element type and device.</remarks>
    public static Figure Histogram(Tensor values, string caption, string xName, double? observed = null, string observedName = "observed",
        int? bins = null, string? title = null) =>
        Histogram(TensorMaps.Row(values, nameof(values)), caption, xName, observed, observedName, bins, title);

    /// <inheritdoc cref="Graph(Graph, double[,], string, double[], string, IReadOnlyList{string}?, string?, ColourScale, ValueTuple{double, double}?)"/>
    /// <remarks><paramref name="signal"/>: of shape [vertices]; any element type and device.</remarks>
    public static Figure Graph(Graph graph, double[,] places, string caption, Tensor signal, string signalName = "signal",
        IReadOnlyList<string>? names = null, string? title = null, ColourScale scale = ColourScale.Auto, (double From, double To)? range = null) =>
        Graph(graph, places, caption, TensorMaps.Row(signal, nameof(signal)), signalName, names, title, scale, range);

    /// <inheritdoc cref="Graph(Graph, string, double[], string, IReadOnlyList{string}?, string?, ColourScale, ValueTuple{double, double}?)"/>
    /// <remarks><paramref name="signal"/>: of shape [vertices]; any element type and device.</remarks>
    public static Figure Graph(Graph graph, string caption, Tensor signal, string signalName = "signal", IReadOnlyList<string>? names = null,
        string? title = null, ColourScale scale = ColourScale.Auto, (double From, double To)? range = null) =>
        Graph(graph, caption, TensorMaps.Row(signal, nameof(signal)), signalName, names, title, scale, range);
}
