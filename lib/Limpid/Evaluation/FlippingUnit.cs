using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>What is flipped at a time: one entry, all channels of one position, or all channels of a block of positions.</summary>
public sealed class FlippingUnit
{
    private readonly long[] block;
    private readonly bool withChannels;

    private FlippingUnit(bool withChannels, params long[] block) => (this.withChannels, this.block) = (withChannels, block);

    /// <summary>One entry of the input at a time.</summary>
    public static FlippingUnit Feature { get; } = new(false);

    /// <summary>One position of [N, C, ...] at a time with all its channels: a pixel, or a nucleotide of a one-hot sequence [N, 4, L].</summary>
    public static FlippingUnit Position { get; } = new(true, 1);

    /// <summary>
    /// A block of positions with all channels. Blocks start at the first position; where the size does not divide the picture the last ones are smaller.
    /// </summary>
    /// <param name="size">The block's size along each axis after the channels; a single number stands for all of them.</param>
    /// <exception cref="ArgumentException">No size is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public static FlippingUnit Patch(params long[] size)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.Length == 0) throw new ArgumentException("No size is given; expected one, or one for each axis after the channels.", nameof(size));
        foreach (var length in size) ArgumentOutOfRangeException.ThrowIfLessThan(length, 1, nameof(size));
        return new FlippingUnit(true, [.. size]);
    }

    /// <summary>The unit of each entry of one sample, numbered from 0 in the order of their first entries: for example the groups of Shapley values.</summary>
    /// <param name="inputs">Inputs [N, ...].</param>
    /// <returns>int64, shaped as one sample, on the device of the inputs.</returns>
    /// <exception cref="ArgumentException">The inputs have no positions, or other axes than the patch.</exception>
    public Tensor Map(Tensor inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var shape = inputs.shape;
        return tensor(Of(shape).UnitOf, shape[1..], device: inputs.device);
    }

    /// <summary>The unit of each entry of one sample of inputs [N, ...], numbered from 0 in the order of their first entries; and their number.</summary>
    internal (long[] UnitOf, int Count) Of(long[] inputs)
    {
        var entries = inputs.Skip(1).Aggregate(1L, (product, size) => product * size);
        if (!withChannels) return ([.. Enumerable.Range(0, checked((int)entries)).Select(i => (long)i)], (int)entries);
        if (inputs.Length < 3 || (block.Length > 1 && block.Length != inputs.Length - 2))
            throw new ArgumentException($"{nameof(inputs)} has shape {RelevanceRows.Text(inputs)}; expected [N, C, ...]"
                + (block.Length > 1 ? FormattableString.Invariant($" with {block.Length} axes after the channels, as the patch has.") : " with a position after the channels."), nameof(inputs));
        var sizes = inputs[2..];
        long Block(int axis) => block.Length == 1 ? block[0] : block[axis];
        long[] counts = [.. sizes.Select((size, axis) => (size + Block(axis) - 1) / Block(axis))];
        var positions = entries / inputs[1];
        long Unit(long position)
        {
            var (unit, stride) = (0L, 1L);
            for (var axis = sizes.Length - 1; axis >= 0; axis--)
            {
                unit += position % sizes[axis] / Block(axis) * stride;
                (position, stride) = (position / sizes[axis], stride * counts[axis]);
            }
            return unit;
        }

        return ([.. Enumerable.Range(0, checked((int)entries)).Select(i => Unit(i % positions))], (int)counts.Aggregate(1L, (product, size) => product * size));
    }

    /// <summary>The relevance of each unit, the sum over its entries: [N, units], float64, on the device of the inputs.</summary>
    internal Tensor Relevance(Tensor relevance, Tensor inputs)
    {
        using var scope = NewDisposeScope();
        var rows = RelevanceRows.Of(relevance, nameof(relevance)).to(inputs.device);
        var (shape, wanted) = (relevance.shape, inputs.shape);
        var pooled = withChannels && shape.SequenceEqual([wanted[0], .. wanted[2..]]);
        if (!pooled && !shape.SequenceEqual(wanted))
            throw new ArgumentException($"{nameof(relevance)} has shape {RelevanceRows.Text(shape)}; expected {RelevanceRows.Text(wanted)} as the inputs"
                + (withChannels ? ", or that without the channels." : "."), nameof(relevance));
        if (!withChannels) return rows.MoveToOuterDisposeScope();
        var (unitOf, count) = Of(wanted);
        var index = tensor(unitOf, device: inputs.device).narrow(0, 0, rows.size(1));
        return zeros([wanted[0], count], dtype: float64, device: inputs.device).index_add_(1, index, rows, 1).MoveToOuterDisposeScope();
    }
}
