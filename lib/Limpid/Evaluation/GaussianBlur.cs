using static TorchSharp.torch;

namespace Limpid.Evaluation;

internal static class GaussianBlur
{
    /// <summary>Blurs [N, C, ...] along every axis after the channels, in float64.</summary>
    internal static Tensor Of(Tensor inputs, double sigma)
    {
        var axes = inputs.shape.Length;
        if (axes < 3)
            throw new ArgumentException($"{nameof(inputs)} has shape {RelevanceRows.Text(inputs)}; expected [N, C, ...] with positions to blur over.", nameof(inputs));
        using var scope = NewDisposeScope();
        var result = inputs.to(float64);
        for (var axis = 2; axis < axes; axis++)
            result = result.transpose(axis, -1).matmul(Weights(inputs.size(axis), sigma).to(inputs.device)).transpose(axis, -1);
        return result.MoveToOuterDisposeScope();
    }

    /// <summary>G [L, L] with columns of sum 1: position j becomes sum_i x_i G_ij, G_ij in proportion to exp(-(i - j)^2 / 2 sigma^2).</summary>
    private static Tensor Weights(long length, double sigma)
    {
        var at = arange(length, dtype: float64);
        var weights = at.unsqueeze(1).sub(at).div(sigma).pow(2).div(-2).exp();
        return weights.div(weights.sum(0, keepdim: true));
    }
}
