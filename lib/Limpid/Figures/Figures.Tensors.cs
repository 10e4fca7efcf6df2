using static TorchSharp.torch;

namespace Limpid.Figures;

public static partial class Figures
{
    /// <inheritdoc cref="Heatmap(double[,], string, string?, string, string?, string?, ColourScale, ValueTuple{double, double}?)"/>
    /// <remarks><paramref name="map"/>: the values, of shape [rows, columns]; any element type and device.</remarks>
    public static Figure Heatmap(Tensor map, string caption, string? title = null, string valueName = "value", string? xName = null,
        string? yName = null, ColourScale scale = ColourScale.Auto, (double From, double To)? range = null) =>
        Heatmap(TensorMaps.One(map, nameof(map)), caption, title, valueName, xName, yName, scale, range);

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

    /// <inheritdoc cref="Scatter(double[,], IReadOnlyList{int}, IReadOnlyList{string}, string, string, string, string?, int)"/>
    /// <remarks><paramref name="points"/>: one row for each point, of shape [points, 2].
    /// <paramref name="labels"/>: the class of each point, of shape [points].</remarks>
    public static Figure Scatter(Tensor points, Tensor labels, IReadOnlyList<string> classes, string caption, string xName, string yName,
        string? title = null, int maxPoints = 4000) =>
        Scatter(TensorMaps.One(points, nameof(points)), [.. TensorMaps.Row(labels, nameof(labels)).Select(l => checked((int)l))], classes, caption,
            xName, yName, title, maxPoints);
}
