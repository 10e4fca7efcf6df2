using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.Capsules;

/// <summary>Routing by agreement (Sabour et al. 2017, procedure 1): a class capsule is the squashed weighted sum of what primary capsules predict.</summary>
/// <remarks>
/// With predictions u_cp and logits b_cp, at first 0: couplings <c>k_cp = exp(b_cp) / sum_c' exp(b_c'p)</c>, <c>v_c = squash(sum_p k_cp u_cp)</c>,
/// <c>b_cp += u_cp'v_c</c>; the last v is the result. The gradient flows through all iterations, the couplings included. One iteration gives the squashed
/// <c>sum_p u_cp / C</c>. Samples don't meet.
/// </remarks>
public static class DynamicRouting
{
    /// <summary>Routes.</summary>
    /// <param name="predictions">u [B, C, P, D]: what each of P primary capsules predicts for each of C classes.</param>
    /// <param name="iterations">At least 1; the paper takes 3.</param>
    /// <returns>v [B, C, D], lengths below 1.</returns>
    /// <exception cref="ArgumentException">The predictions don't have four dimensions.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="iterations"/> is below 1.</exception>
    public static Tensor Route(Tensor predictions, int iterations = 3)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        if (predictions.ndim != 4)
            throw new ArgumentException($"The predictions have shape [{string.Join(", ", predictions.shape)}]; expected [B, C, P, D].", nameof(predictions));
        using var scope = NewDisposeScope();
        Tensor? logits = null;
        for (var i = 1; ; i++)
        {
            // Products and sums, not batched matrix products: those come as one small call per class and image, which takes longer.
            var sums = logits is null ? predictions.sum(2).div(predictions.shape[1]) : logits.softmax(1).unsqueeze(3).mul(predictions).sum(2);
            var capsules = Squash.Of(sums);
            if (i == iterations) return capsules.MoveToOuterDisposeScope();
            var agreement = predictions.mul(capsules.unsqueeze(2)).sum(3);
            logits = logits is null ? agreement : logits.add(agreement);
        }
    }
}
