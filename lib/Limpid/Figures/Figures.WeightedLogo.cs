namespace Limpid.Figures;

public static partial class Figures
{
    /// <summary>A logo whose letters have the heights given, such as the mean relevance of each letter at each position, stacked with the largest on top.</summary>
    /// <param name="heights">The height of each letter at each position, 0 or more; row: position, column: A, C, G, T.</param>
    /// <param name="caption">The finding, in one sentence.</param>
    /// <param name="valueName">What the heights measure, with its unit.</param>
    /// <param name="title">The heading.</param>
    /// <param name="firstPosition">The number of the first position.</param>
    /// <param name="marked">Stretches to be marked by a band, each by its first and last position as numbered on the axis; null for none.</param>
    /// <returns>The figure, in rows of up to seventy positions on one scale.</returns>
    /// <exception cref="ArgumentException">No positions, not four columns, a negative or infinite number or NaN, a stretch outside the positions, an empty caption.</exception>
    public static Figure WeightedLogo(double[,] heights, string caption, string valueName = "relevance", string? title = null, int firstPosition = 1,
        IReadOnlyList<(int First, int Last)>? marked = null)
    {
        ArgumentNullException.ThrowIfNull(heights);
        ArgumentNullException.ThrowIfNull(valueName);
        Check.Caption(caption);
        Check.NotEmpty(heights.GetLength(0), nameof(heights), "position");
        Check.Length(heights.GetLength(1), 4, nameof(heights), "columns");
        var copy = (double[,])heights.Clone();
        for (var i = 0; i < copy.GetLength(0); i++)
            for (var k = 0; k < 4; k++)
                if (!(copy[i, k] >= 0 && double.IsFinite(copy[i, k])))
                    throw new ArgumentException(FormattableString.Invariant($"heights[{i}, {k}] is {copy[i, k]}; expected a finite number, 0 or more."), nameof(heights));
        Glyph[] glyphs = [.. "ACGT".Select(letter => Glyph.Of(letter)!)];
        double[] sums = [.. Enumerable.Range(0, copy.GetLength(0)).Select(i => Enumerable.Range(0, 4).Sum(k => copy[i, k]))];
        var (traces, layout, size) = new LetterRows
        {
            Letters = [.. Enumerable.Range(0, sums.Length).SelectMany(i => Stack(i, copy, glyphs))],
            Hover = [.. Enumerable.Range(0, sums.Length).Select(i => string.Join("<br>", Enumerable.Range(0, 4).OrderByDescending(k => copy[i, k])
                .Select(k => FormattableString.Invariant($"{glyphs[k].Letter} {copy[i, k]:G3}"))))],
            Range = (0, sums.Max() > 0 ? 1.06 * sums.Max() : 1), YName = valueName, FirstPosition = firstPosition, RowHeight = 190, Title = title,
            Marked = Stretches(marked, sums.Length, firstPosition),
        }.Draw();
        return new Figure(() => ChartBuilder.Build(traces, layout), caption, FormattableString.Invariant(
            $"Logo of {valueName} over {sums.Length} positions{(title is null ? "" : ", " + title)}; highest at position {firstPosition + Array.IndexOf(sums, sums.Max())} ({sums.Max():G3})."),
            [FigureSeries.Of(valueName, copy)], size);
    }
}
