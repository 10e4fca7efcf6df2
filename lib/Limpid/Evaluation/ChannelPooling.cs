using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>One relevance per position instead of one per channel and position.</summary>
public static class ChannelPooling
{
    /// <summary>Sums the channels of each position, then takes a part of the sum: R_p = part(sum_c r_cp).</summary>
    /// <param name="relevance">Maps [N, C, ...] with at least one axis after the channels; finite.</param>
    /// <param name="part">What to take of the sum.</param>
    /// <returns>[N, ...], float64, on the device of the maps.</returns>
    /// <exception cref="ArgumentException">The shape is another, or a value is not finite.</exception>
    /// <example>Channels (2, -3) of one position: positive 0, absolute 1, signed -1.</example>
    public static Tensor Sum(Tensor relevance, RelevancePart part = RelevancePart.Positive)
    {
        ArgumentNullException.ThrowIfNull(relevance);
        var shape = relevance.shape;
        if (shape.Length < 3)
            throw new ArgumentException($"{nameof(relevance)} has shape {RelevanceRows.Text(shape)}; expected [N, C, ...] with a position after the channels.", nameof(relevance));
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var channels = RelevanceRows.Of(relevance, nameof(relevance)).reshape(shape);
        return RelevanceRows.Take(channels.sum(1), part).MoveToOuterDisposeScope();
    }
}
