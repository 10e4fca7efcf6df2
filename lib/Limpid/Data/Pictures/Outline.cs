using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Data.Pictures;

/// <summary>Turns polygons into masks.</summary>
public static class Outline
{
    /// <summary>
    /// The pixels whose centres lie inside by the even-odd rule: inside where a ray crosses the outlines an odd number of times, so an outline within another cuts a hole.
    /// </summary>
    /// <param name="outlines">Closed polygons; each is the x (to the right) and y (down) of its corners, (0, 0) being the top left corner of the top left pixel.</param>
    /// <param name="height">Rows of the mask.</param>
    /// <param name="width">Columns of the mask.</param>
    /// <returns>Bool [height, width]. A point on a left or upper edge is inside, on a right or lower one outside.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Height or width is below 1.</exception>
    /// <exception cref="ArgumentException">An outline has fewer than three corners, or one that isn't finite.</exception>
    public static Tensor Fill(IReadOnlyList<ImmutableArray<(double X, double Y)>> outlines, int height, int width)
    {
        ArgumentNullException.ThrowIfNull(outlines);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        foreach (ImmutableArray<(double X, double Y)> outline in outlines)
            if (outline.Length < 3 || outline.Any(corner => !double.IsFinite(corner.X) || !double.IsFinite(corner.Y)))
                throw new ArgumentException(FormattableString.Invariant($"An outline of {outline.Length} corners; expected three or more, all finite."), nameof(outlines));
        bool[] inside = new bool[height * width];
        for (int row = 0; row < height; row++)
        {
            double[] crossings = [.. outlines.SelectMany(outline => Crossings(outline, row + 0.5)).Order()];
            for (int i = 0; i + 1 < crossings.Length; i += 2)
                for (int column = Math.Max(0, (int)Math.Ceiling(Math.Max(-1, crossings[i] - 0.5))); column < width && column + 0.5 < crossings[i + 1]; column++)
                    inside[row * width + column] = true;
        }
        return tensor(inside, [height, width]);
    }

    private static IEnumerable<double> Crossings(ImmutableArray<(double X, double Y)> outline, double y)
    {
        for (int i = 0; i < outline.Length; i++)
        {
            (double X, double Y) from = outline[i], to = outline[(i + 1) % outline.Length];
            // Half open, so that a corner between two edges counts once.
            if (from.Y <= y != to.Y <= y)
                yield return from.X + (y - from.Y) / (to.Y - from.Y) * (to.X - from.X);
        }
    }
}
