using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Attributions;

internal static class Baseline
{
    /// <summary>The values that stand for "not there", as large as the input and of its type; 0 where none are given.</summary>
    internal static Tensor Of(Tensor? baseline, Tensor input)
    {
        using var scope = NewDisposeScope();
        if (baseline is null) return zeros([.. Enumerable.Repeat(1L, (int)input.dim())], input.dtype, input.device).expand(input.shape).MoveToOuterDisposeScope();
        if (!Extends(baseline.shape, input.shape))
            throw new ArgumentException(FormattableString.Invariant(
                $"The baseline has shape [{string.Join(", ", baseline.shape)}]; expected [{string.Join(", ", input.shape)}] as the input, or one that extends to it."), nameof(baseline));
        if (!baseline.detach().to(ScalarType.Float64).isfinite().all().ToBoolean())
            throw new ArgumentException("The baseline holds NaN or infinity; expected finite numbers.", nameof(baseline));
        return baseline.detach().to(input.dtype).to(input.device).expand(input.shape).MoveToOuterDisposeScope();
    }

    /// <summary>Whether a shape can be extended to another: from the last axis on each size is the same or 1.</summary>
    internal static bool Extends(long[] shape, long[] to) =>
        shape.Length <= to.Length && shape.Reverse().Zip(to.Reverse()).All(axis => axis.First == 1 || axis.First == axis.Second);
}
