using System.Collections.Immutable;

namespace Limpid.Figures;

public static partial class Figures
{
    /// <summary>A sequence logo: at each position the letters stacked by frequency, together as high as the position is informative.</summary>
    /// <param name="frequencies">How often each letter stands at each position, as counts or shares; row: position, column: letter. Each row is divided by its sum.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="title">The heading.</param>
    /// <param name="letters">The letters of the columns: four of A, C, G, T, U.</param>
    /// <param name="firstPosition">The number of the first position.</param>
    /// <returns>The figure. A letter of share p is p R high with the information R = 2 + Σ p log₂ p in bits (Schneider and Stephens 1990), without their correction
    /// for small samples: 2 bits where one letter always stands, 0 where all are equally frequent. The scale is always 0 to 2 bits.</returns>
    /// <exception cref="ArgumentException">No positions, not four columns, a negative or infinite number or NaN, a row of zeros, letters that are not four different
    /// ones, an empty caption.</exception>
    public static Figure SequenceLogo(double[,] frequencies, string caption, string? title = null, string letters = "ACGT", int firstPosition = 1)
    {
        ArgumentNullException.ThrowIfNull(frequencies);
        ArgumentNullException.ThrowIfNull(letters);
        Check.Caption(caption);
        var glyphs = letters.Select(Glyph.Of).ToArray();
        if (glyphs.Length != 4 || glyphs.Distinct().Count() != 4 || glyphs.Any(g => g is null or { Letter: 'N' }))
            throw new ArgumentException($"letters is '{letters}'; expected four different ones of A, C, G, T and U.", nameof(letters));
        Check.NotEmpty(frequencies.GetLength(0), nameof(frequencies), "position");
        Check.Length(frequencies.GetLength(1), 4, nameof(frequencies), "columns");
        var heights = LogoHeights.Of(frequencies);
        var stacks = Enumerable.Range(0, heights.GetLength(0)).SelectMany(i => Stack(i, heights, glyphs!)).ToArray();
        var hover = Enumerable.Range(0, heights.GetLength(0)).Select(i => LogoHover(i, heights, glyphs!)).ToArray();
        var (traces, layout, size) = new LetterRows
        {
            Letters = stacks, Hover = hover, Range = (0, 2), YName = "information (bits)", FirstPosition = firstPosition, RowHeight = 190, Title = title,
        }.Draw();
        return new Figure(() => ChartBuilder.Build(traces, layout), caption, FormattableString.Invariant(
            $"Sequence logo of {heights.GetLength(0)} positions{(title is null ? "" : ", " + title)}; most frequent letters: ")
            + string.Concat(Enumerable.Range(0, heights.GetLength(0)).Select(i => glyphs[Enumerable.Range(0, 4).MaxBy(k => frequencies[i, k])]!.Letter)) + ".",
            [FigureSeries.Of("frequencies", frequencies)], size);
    }

    /// <summary>How much each letter of a sequence counts: letters as high as their relevance, upwards where it is positive, downwards where negative.</summary>
    /// <param name="sequence">The sequence, of A, C, G, T, U and N in either case.</param>
    /// <param name="relevance">A value for each letter; NaN are left out and counted in the caption.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="valueName">What the heights measure, with its unit.</param>
    /// <param name="title">The heading.</param>
    /// <param name="firstPosition">The number of the first position.</param>
    /// <param name="marked">Stretches to be marked by a band, each by its first and last position as numbered on the axis; null for none.</param>
    /// <returns>The figure, in rows of up to seventy positions on one scale.</returns>
    /// <exception cref="ArgumentException">An empty sequence or another character in it, values of another length, an infinity, no number at all, an empty caption.</exception>
    public static Figure RelevanceTrack(string sequence, double[] relevance, string caption, string valueName = "relevance", string? title = null, int firstPosition = 1,
        IReadOnlyList<(int First, int Last)>? marked = null)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        ArgumentNullException.ThrowIfNull(relevance);
        ArgumentNullException.ThrowIfNull(valueName);
        Check.Caption(caption);
        Check.NotEmpty(sequence.Length, nameof(sequence), "letter");
        Check.Length(relevance.Length, sequence.Length, nameof(relevance), "values");
        var missing = Check.Values(relevance, nameof(relevance), "the values");
        var letters = sequence.Select((c, i) => (Position: i, Glyph: Glyph.Of(c) ?? throw new ArgumentException(
            FormattableString.Invariant($"sequence[{i}] is '{c}'; expected A, C, G, T, U or N."), nameof(sequence)))).ToArray();
        var values = relevance.ToImmutableArray();
        var (low, high) = (Math.Min(0, values.Where(v => !double.IsNaN(v)).Min()), Math.Max(0, values.Where(v => !double.IsNaN(v)).Max()));
        var reach = high > low ? high - low : 1;
        var (traces, layout, size) = new LetterRows
        {
            Letters = [.. letters.Where(l => !double.IsNaN(values[l.Position])).Select(l => (l.Position, l.Glyph, Math.Min(0, values[l.Position]), Math.Max(0, values[l.Position])))],
            Hover = [.. letters.Select(l => FormattableString.Invariant($"{l.Glyph.Letter}: {Label.Plain(valueName)} {values[l.Position]:G4}"))],
            Range = (low < 0 ? low - 0.06 * reach : 0, high > 0 || low == 0 ? high + 0.06 * reach : 0), YName = valueName, FirstPosition = firstPosition,
            RowHeight = sequence.Length <= 70 ? 220 : 120, Title = title, Marked = Stretches(marked, sequence.Length, firstPosition),
        }.Draw();
        return new Figure(() => ChartBuilder.Build(traces, layout), Check.WithMissing(caption, missing), FormattableString.Invariant(
            $"Track of {valueName} over a sequence of {sequence.Length} letters, from {low:G4} to {high:G4}."), [FigureSeries.Of(valueName, values)], size);
    }

    private static IReadOnlyList<(int First, int Last)> Stretches(IReadOnlyList<(int First, int Last)>? marked, int length, int firstPosition)
    {
        foreach (var (first, last) in marked ?? [])
            if (first < firstPosition || last < first || last >= firstPosition + length)
                throw new ArgumentException(FormattableString.Invariant($"marked holds ({first}, {last}); expected positions from {firstPosition} to {firstPosition + length - 1}."), nameof(marked));
        return marked ?? [];
    }

    private static IEnumerable<(int, Glyph, double, double)> Stack(int position, double[,] heights, Glyph[] glyphs)
    {
        var from = 0.0;
        foreach (var k in Enumerable.Range(0, 4).OrderBy(k => heights[position, k]))
        {
            yield return (position, glyphs[k], from, from + heights[position, k]);
            from += heights[position, k];
        }
    }

    private static string LogoHover(int position, double[,] heights, Glyph[] glyphs) => string.Join("<br>", Enumerable.Range(0, 4)
        .OrderByDescending(k => heights[position, k]).Select(k => FormattableString.Invariant($"{glyphs[k].Letter} {heights[position, k]:F2} bits")));
}
