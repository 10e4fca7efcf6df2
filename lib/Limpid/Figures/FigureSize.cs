namespace Limpid.Figures;

/// <summary>How large a figure is drawn: nominal size in pixels and, for maps, how the height follows from the width.</summary>
/// <param name="Width">Nominal width; also the largest one when <paramref name="Limited"/>.</param>
/// <param name="Height">Nominal height.</param>
/// <param name="Ratio">Height over width of the plot area; 0 keeps the height.</param>
/// <param name="MarginX">Left and right margin together.</param>
/// <param name="MarginY">Top and bottom margin together.</param>
/// <param name="Limited">Whether the figure never gets wider than <paramref name="Width"/>.</param>
internal readonly record struct FigureSize(int Width, int Height, double Ratio, int MarginX, int MarginY, bool Limited);
