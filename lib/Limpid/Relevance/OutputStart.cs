using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>Where relevance starts: the class of each sample and the relevance of the scores.</summary>
/// <param name="Target">int64 [N], -1 for a start of the caller's own.</param>
/// <param name="Relevance">[N, C].</param>
internal sealed record OutputStart(Tensor Target, Tensor Relevance)
{
    internal static OutputStart Largest(Tensor scores) => At(scores, scores.argmax(1));

    internal static OutputStart Class(Tensor scores, long target)
    {
        CheckRange(target, target, scores.size(1));
        return At(scores, full([scores.size(0)], target, ScalarType.Int64, scores.device));
    }

    /// <summary>The part of the targets that belongs to a batch beginning at <paramref name="start"/>.</summary>
    internal static OutputStart Classes(Tensor scores, Tensor target, long start, Tensor input)
    {
        if (target.dim() != 1 || target.size(0) != input.size(0) || target.dtype != ScalarType.Int64)
            throw new ArgumentException(FormattableString.Invariant(
                $"The target is {target.dtype} of shape [{string.Join(", ", target.shape)}]; expected Int64 of shape [{input.size(0)}], one class per sample."), nameof(target));
        CheckRange(target.min().ToInt64(), target.max().ToInt64(), scores.size(1));
        return At(scores, target.detach().to(scores.device).narrow(0, start, scores.size(0)).clone());
    }

    internal static OutputStart Own(Tensor scores, Func<Tensor, Tensor> start)
    {
        var relevance = start(scores.alias()).detach();
        if (!relevance.shape.SequenceEqual(scores.shape) || relevance.dtype != scores.dtype)
            throw new ArgumentException(FormattableString.Invariant(
                $"The start is {relevance.dtype} of shape [{string.Join(", ", relevance.shape)}]; expected {scores.dtype} of shape [{string.Join(", ", scores.shape)}], as the scores."), nameof(start));
        return new(full([scores.size(0)], -1L, ScalarType.Int64, scores.device), relevance);
    }

    private static OutputStart At(Tensor scores, Tensor target)
    {
        var places = target.unsqueeze(1);
        return new(target, zeros_like(scores).scatter_(1, places, scores.gather(1, places)));
    }

    private static void CheckRange(long least, long most, long classes)
    {
        if (least < 0 || most >= classes)
            throw new ArgumentOutOfRangeException("target", least < 0 ? least : most, FormattableString.Invariant($"A target is {(least < 0 ? least : most)}; expected 0 to {classes - 1}."));
    }
}
