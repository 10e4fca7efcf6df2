namespace Limpid.Figures;

/// <summary>A panel of the plane: points, lines with their normals, curves.</summary>
/// <param name="Points">One row for each point, two columns.</param>
/// <param name="Lines">Lines; one with a normal of 0 has no place and is left out.</param>
/// <param name="Origin">Where the normals start from: each is drawn at the foot of the perpendicular from here.</param>
/// <param name="Curves">Curves, one row for each point, two columns.</param>
public sealed record PlaneView(double[,] Points, IReadOnlyList<PlaneLine> Lines, (double X, double Y) Origin, IReadOnlyList<double[,]>? Curves = null);
