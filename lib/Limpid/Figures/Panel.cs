namespace Limpid.Figures;

/// <summary>One map in a grid of panels.</summary>
/// <param name="Name">What the pointer shows over it.</param>
/// <param name="Map">Its values, first row on top; null leaves the place empty.</param>
/// <param name="Axis">Which of the grid's colour axes it uses.</param>
/// <param name="Beneath">A picture under the map, on the grid's second colour axis; null for none.</param>
internal sealed record Panel(string Name, double[,] Map, int Axis, double[,]? Beneath = null);
