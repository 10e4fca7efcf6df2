using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>Relevance maps as rows of float64 values, one row per sample.</summary>
internal static class RelevanceRows
{
    /// <summary>Checks maps [N, ...] of finite values and flattens each: [N, n], float64, on their device, without gradient.</summary>
    internal static Tensor Of(Tensor relevance, string name)
    {
        var rows = Flat(relevance, name);
        using var finite = rows.isfinite();
        using var all = finite.all();
        if (!all.item<bool>()) throw NotFinite(rows, finite, name);
        return rows;
    }

    /// <summary>The part of each value that a measure looks at.</summary>
    internal static Tensor Take(Tensor values, RelevancePart part) => part switch
    {
        RelevancePart.Positive => values.clamp_min(0),
        RelevancePart.Absolute => values.abs(),
        RelevancePart.Signed => values.alias(),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Expected Positive, Absolute or Signed."),
    };

    internal static string Text(Tensor tensor) => Text(tensor.shape);

    internal static string Text(long[] shape) => FormattableString.Invariant($"[{string.Join(", ", shape)}]");

    private static Tensor Flat(Tensor relevance, string name)
    {
        ArgumentNullException.ThrowIfNull(relevance, name);
        var shape = relevance.shape;
        if (shape.Length < 2 || shape.Any(size => size == 0))
            throw new ArgumentException($"{name} has shape {Text(shape)}; expected [N, ...]: at least one sample with at least one entry.", name);
        using var scope = NewDisposeScope();
        return relevance.detach().to(float64).reshape(shape[0], -1).MoveToOuterDisposeScope();
    }

    private static ArgumentException NotFinite(Tensor rows, Tensor finite, string name)
    {
        using var scope = NewDisposeScope();
        var at = finite.logical_not().nonzero().cpu();
        var (sample, entry) = (at[0, 0].item<long>(), at[0, 1].item<long>());
        var value = rows[sample, entry].cpu().item<double>();
        return new ArgumentException(FormattableString.Invariant(
            $"Entry {entry} of sample {sample} of {name} is {value}; expected finite values."), name);
    }
}
