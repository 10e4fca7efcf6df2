using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>When each unit is flipped.</summary>
internal static class FlippingRanks
{
    /// <summary>The place [N, units], int64, 0 for the first to go. Units of equal relevance stand in an order drawn for each sample.</summary>
    internal static Tensor Of(Tensor relevance, FlippingOrder order, Seed seed)
    {
        using var scope = NewDisposeScope();
        var (samples, units) = (relevance.size(0), relevance.size(1));
        var drawn = RowDraws.Uniform(seed.Of("order of ties"), 0, samples, units).to(relevance.device).argsort(1);
        var sorted = order switch
        {
            FlippingOrder.MostRelevantFirst => Falling(relevance, drawn),
            FlippingOrder.LeastRelevantFirst => Falling(relevance, drawn).flip(1),
            FlippingOrder.Random => drawn,
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Expected MostRelevantFirst, LeastRelevantFirst or Random."),
        };
        var places = arange(units, dtype: int64, device: relevance.device).expand(samples, units).contiguous();
        return zeros_like(sorted).scatter_(1, sorted, places).MoveToOuterDisposeScope();
    }

    /// <summary>The units by falling relevance; a stable sort of the drawn order leaves equal ones in it.</summary>
    private static Tensor Falling(Tensor relevance, Tensor drawn) =>
        drawn.gather(1, relevance.gather(1, drawn).sort(1, descending: true, stable: true).Indices);
}
