namespace Limpid.Figures;

/// <summary>One stop of a colour scale that lets a picture beneath it show.</summary>
/// <param name="At">Where on the scale, 0 to 1.</param>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
/// <param name="Opacity">0 (clear) to 1.</param>
internal sealed record Veil(double At, int Red, int Green, int Blue, double Opacity)
{
    public string Css => FormattableString.Invariant($"rgba({Red},{Green},{Blue},{Opacity})");

    /// <summary>The same colour where white paper shows through.</summary>
    public Veil OnWhite => new(At, Over(Red), Over(Green), Over(Blue), 1);

    private int Over(int part) => (int)Math.Round(255 + Opacity * (part - 255));
}
