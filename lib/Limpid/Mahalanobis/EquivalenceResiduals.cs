namespace Limpid.Mahalanobis;

/// <summary>How far a layer is from a Mahalanobis distance.</summary>
/// <param name="Precision"><c>| L' W' W L - I |_F</c>.</param>
/// <param name="Centring"><c>| W mu + b |</c>.</param>
/// <param name="Points">Largest relative difference between <c>|W x + b|</c> and D_M at random points.</param>
public sealed record EquivalenceResiduals(double Precision, double Centring, double Points)
{
    /// <summary>The largest of the three.</summary>
    public double Largest => Math.Max(Math.Max(Precision, Centring), Points);
}
