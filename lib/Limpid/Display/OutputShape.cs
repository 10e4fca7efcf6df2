using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Display;

/// <summary>What is known of the shape of a layer's output without running it.</summary>
internal static class OutputShape
{
    /// <summary>For example <c>[n, 10]</c> of a linear layer, <c>[n, 32, h, w]</c> of a convolution; empty where only a run tells it.</summary>
    /// <param name="layer">A layer.</param>
    public static string Of(nn.Module layer)
    {
        Tensor? weight = layer.named_parameters(recurse: false).FirstOrDefault(parameter => parameter.name == "weight").parameter;
        if (weight is null || weight.IsInvalid)
            return "";
        return layer switch
        {
            Linear => $"[n, {weight.shape[0]}]",
            Conv1d => $"[n, {weight.shape[0]}, l]",
            Conv2d => $"[n, {weight.shape[0]}, h, w]",
            _ => "",
        };
    }
}
