using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Relevance.Ablations;

/// <summary>What pruning costs.</summary>
public static class PropagationTimes
{
    /// <summary>Times variants in turn on one batch, again and again; each repetition gives one median.</summary>
    /// <param name="network">In evaluation mode.</param>
    /// <param name="images">The batch.</param>
    /// <param name="labels">Its classes.</param>
    /// <param name="variants">Which.</param>
    /// <param name="repetitions">How many medians.</param>
    /// <param name="rounds">Rounds in each, after one that is not counted.</param>
    /// <returns>Seconds for each variant and repetition.</returns>
    public static IReadOnlyList<(Variant Variant, double[] Seconds)> Of(
        nn.Module<Tensor, Tensor> network, Tensor images, Tensor labels, IReadOnlyList<Variant> variants, int repetitions, int rounds)
    {
        ArgumentNullException.ThrowIfNull(variants);
        ArgumentOutOfRangeException.ThrowIfLessThan(repetitions, 1);
        (string, Action)[] steps = [.. variants.Select(variant => (variant.ToString(), (Action)(() => variant.Map(network, images, labels).Dispose())))];
        var times = Enumerable.Range(0, repetitions).Select(_ => StepTime.InTurn(steps, rounds)).ToArray();
        return [.. variants.Select((variant, i) => (variant, times.Select(each => each[i].Median).ToArray()))];
    }
}
