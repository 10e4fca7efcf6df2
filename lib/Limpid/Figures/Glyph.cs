using System.Collections.Immutable;

namespace Limpid.Figures;

/// <summary>The letter of a nucleotide as an outline in the unit square, so that it fills its height exactly, whatever fonts a viewer has.</summary>
/// <param name="Letter">A, C, G, T, U or N.</param>
/// <param name="Colour">Its colour: those by Okabe and Ito, chosen to stay apart for colour-blind readers, nearest to the usual ones.</param>
/// <param name="Outline">Corners from (0, 0) to (1, 1), the first again at the end.</param>
internal sealed record Glyph(char Letter, string Colour, ImmutableArray<(double X, double Y)> Outline)
{
    private const int ArcSteps = 12;

    private static readonly ImmutableDictionary<char, Glyph> all = new Glyph[]
    {
        // The hole of the A runs the other way round than its rim, and is reached over a seam.
        new('A', "#009e73", [(0, 0), (0.38, 1), (0.62, 1), (1, 0), (0.79, 0), (0.71, 0.23), (0.29, 0.23), (0.345, 0.39), (0.655, 0.39), (0.5, 0.83), (0.345, 0.39), (0.29, 0.23), (0.21, 0), (0, 0)]),
        new('C', "#0072b2", Closed([.. Arc(0.55, 0.5, 36, 324), .. Arc(0.34, 0.35, 318, 42)])),
        new('G', "#e69f00", Closed([.. Arc(0.54, 0.5, 38, 318), (1, 0.13), (1, 0.53), (0.56, 0.53), (0.56, 0.38), (0.8, 0.38), (0.8, 0.24), .. Arc(0.33, 0.35, 308, 46)])),
        new('T', "#d55e00", [(0, 1), (1, 1), (1, 0.84), (0.6, 0.84), (0.6, 0), (0.4, 0), (0.4, 0.84), (0, 0.84), (0, 1)]),
        new('U', "#d55e00", Closed([(0, 1), .. Bow(0.5, 0.38), (1, 1), (0.79, 1), .. Bow(0.29, 0.22).Reverse(), (0.21, 1)])),
        new('N', "#7f8285", [(0, 0), (0, 1), (0.22, 1), (0.79, 0.3), (0.79, 1), (1, 1), (1, 0), (0.78, 0), (0.21, 0.7), (0.21, 0), (0, 0)]),
    }.ToImmutableDictionary(g => g.Letter);

    /// <summary>The glyph of a letter in upper or lower case; null for another character.</summary>
    public static Glyph? Of(char letter) => all.GetValueOrDefault(char.ToUpperInvariant(letter));

    // Around (0.55, 0.5), so that the open side of C and G ends where the square does.
    private static IEnumerable<(double X, double Y)> Arc(double rx, double ry, double from, double to) => Enumerable.Range(0, ArcSteps + 1)
        .Select(i => (from + (to - from) * i / ArcSteps) * Math.PI / 180)
        .Select(angle => (Math.Clamp(0.55 + rx * Math.Cos(angle), 0, 1), 0.5 + ry * Math.Sin(angle)));

    private static IEnumerable<(double X, double Y)> Bow(double rx, double ry) => Enumerable.Range(0, ArcSteps + 1)
        .Select(i => Math.PI + Math.PI * i / ArcSteps)
        .Select(angle => (0.5 + rx * Math.Cos(angle), 0.38 + ry * Math.Sin(angle)));

    // Stretched to the whole square, which arcs of few steps miss by a little.
    private static ImmutableArray<(double X, double Y)> Closed(ImmutableArray<(double X, double Y)> corners)
    {
        var (left, right, low, high) = (corners.Min(p => p.X), corners.Max(p => p.X), corners.Min(p => p.Y), corners.Max(p => p.Y));
        return [.. corners.Append(corners[0]).Select(p => ((p.X - left) / (right - left), (p.Y - low) / (high - low)))];
    }
}
