using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>Ground-truth masks: where relevance should lie.</summary>
public static class Masks
{
    /// <summary>
    /// Resizes the last axes by nearest neighbour, measured between the middles of the pixels: new pixel d takes old pixel floor((d + 1/2) old/new). No value is made that was not there.
    /// </summary>
    /// <param name="masks">Masks of any type, for example [N, H, W].</param>
    /// <param name="size">The new sizes of the last axes, for example 224, 224.</param>
    /// <returns>Of the same type and on the same device.</returns>
    /// <exception cref="ArgumentException">There are more sizes than axes, or an axis to resize is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    /// <example>(a, b, c, d) to size 2: (b, d); to size 8: (a, a, b, b, c, c, d, d).</example>
    public static Tensor Resize(Tensor masks, params long[] size)
    {
        ArgumentNullException.ThrowIfNull(masks);
        ArgumentNullException.ThrowIfNull(size);
        var shape = masks.shape;
        var first = shape.Length - size.Length;
        if (size.Length == 0 || first < 0 || shape.Skip(first).Any(old => old == 0))
            throw new ArgumentException($"{nameof(masks)} has shape {RelevanceRows.Text(shape)}; expected at least {Math.Max(1, size.Length)} axes that are not empty.", nameof(masks));
        foreach (var length in size) ArgumentOutOfRangeException.ThrowIfLessThan(length, 1, nameof(size));
        using var scope = NewDisposeScope();
        var resized = masks.detach().clone();
        for (var axis = first; axis < shape.Length; axis++)
            resized = resized.index_select(axis, Nearest(shape[axis], size[axis - first]).to(masks.device));
        return resized.MoveToOuterDisposeScope();
    }

    /// <summary>Checks masks for relevance of a shape and gives them as rows of 0 and 1: [N, n], float64, on the device of the relevance.</summary>
    internal static Tensor Rows(Tensor masks, Device device)
    {
        using var scope = NewDisposeScope();
        var rows = RelevanceRows.Of(masks, nameof(masks));
        using var other = rows.ne(0).logical_and(rows.ne(1));
        if (other.any().item<bool>())
            throw new ArgumentException(FormattableString.Invariant(
                $"{nameof(masks)} holds the value {rows.masked_select(other)[0].cpu().item<double>()}; expected 0 and 1 (or booleans)."), nameof(masks));
        return rows.to(device).MoveToOuterDisposeScope();
    }

    private static Tensor Nearest(long old, long size) => tensor(Enumerable.Range(0, (int)size).Select(d => (2L * d + 1) * old / (2 * size)).ToArray());
}
