using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

/// <summary>Windows over the positions of inputs [N, C, ...], or over the entries of inputs [N, n].</summary>
internal sealed class SlidingWindows
{
    private readonly long[] sizes, window, stride, counts;
    private readonly int first;
    private readonly Device device;

    /// <summary>Windows start at the first position; the last one of an axis reaches its end and is cut there.</summary>
    internal SlidingWindows(Tensor input, long[]? window, long[]? stride)
    {
        var shape = input.shape;
        first = shape.Length > 2 ? 2 : 1;
        (sizes, device) = (shape[first..], input.device);
        this.window = PerAxis(window ?? [8], nameof(window));
        this.stride = stride is null ? this.window : PerAxis(stride, nameof(stride));
        for (var axis = 0; axis < sizes.Length; axis++)
            if (this.stride[axis] > this.window[axis])
                throw new ArgumentOutOfRangeException(nameof(stride), this.stride[axis],
                    FormattableString.Invariant($"The stride is {this.stride[axis]} and the window {this.window[axis]}; expected a stride up to the window, so that every entry is covered."));
        counts = [.. sizes.Select((size, axis) => size <= this.window[axis] ? 1 : (size - this.window[axis] + this.stride[axis] - 1) / this.stride[axis] + 1)];
    }

    internal long Count => counts.Aggregate(1L, (product, count) => product * count);

    /// <summary>Whether each position lies in each of some windows: bool [count, positions of axis 1, positions of axis 2, ...].</summary>
    internal Tensor Inside(long start, long count)
    {
        using var scope = NewDisposeScope();
        var inside = ones([count, .. Enumerable.Repeat(1L, sizes.Length)], ScalarType.Bool, device);
        var index = arange(start, start + count, ScalarType.Int64, device);
        for (var axis = sizes.Length - 1; axis >= 0; axis--)
        {
            var from = index.remainder(counts[axis]).mul(stride[axis]).unsqueeze(1);
            index = index.div(counts[axis], RoundingMode.floor);
            var position = arange(0, sizes[axis], ScalarType.Int64, device).unsqueeze(0);
            var along = position.ge(from).logical_and(position.lt(from + window[axis]));
            inside = inside.logical_and(along.view([count, .. Enumerable.Range(0, sizes.Length).Select(other => other == axis ? sizes[axis] : 1L)]));
        }
        return inside.MoveToOuterDisposeScope();
    }

    /// <summary>The shape in which a map of the positions extends to the inputs: [B, positions] or [B, 1, positions].</summary>
    internal long[] Extended(long samples) => first == 1 ? [samples, .. sizes] : [samples, 1, .. sizes];

    private long[] PerAxis(long[] lengths, string name)
    {
        if (lengths.Length != 1 && lengths.Length != sizes.Length)
            throw new ArgumentException(FormattableString.Invariant($"{name} has {lengths.Length} lengths; expected one, or {sizes.Length}: one for each axis of positions."), name);
        foreach (var length in lengths) ArgumentOutOfRangeException.ThrowIfLessThan(length, 1, name);
        return lengths.Length == sizes.Length ? [.. lengths] : [.. Enumerable.Repeat(lengths[0], sizes.Length)];
    }
}
