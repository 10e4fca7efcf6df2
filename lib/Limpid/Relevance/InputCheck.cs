using Limpid.Relevance.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance;

internal static class InputCheck
{
    /// <summary>Checks an input before anything runs.</summary>
    internal static void Require(Network network, Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        if (input.dim() < 2 || input.numel() == 0)
            throw new ArgumentException(FormattableString.Invariant($"The input has shape [{string.Join(", ", input.shape)}]; expected [N, ...] with N at least 1 and entries in each sample."), nameof(input));
        var first = network.Nodes.FirstOrDefault(node => node.Operation is LinearOperation { HasWeight: true } or EmbeddingLayer);
        var indices = network.Nodes.Any(node => node.Operation is EmbeddingLayer && node.Inputs.Contains(0));
        if (indices)
        {
            if (input.dtype != ScalarType.Int64) throw new ArgumentException($"The input is {input.dtype}; expected Int64, indices into an embedding.", nameof(input));
            return;
        }
        if (first?.Operation is LinearOperation layer)
        {
            var weight = layer.Weight();
            if (weight.dtype != input.dtype)
                throw new ArgumentException($"The input is {input.dtype} and the model {weight.dtype} (layer '{first.Name}'); expected the same type. Convert the input with input.to({weight.dtype}).", nameof(input));
            if (weight.device_type != input.device_type)
                throw new ArgumentException($"The input is on {input.device_type} and the model on {weight.device_type}; expected the same device.", nameof(input));
        }
        if (!input.detach().isfinite().all().ToBoolean())
        {
            var sample = input.detach().reshape([input.size(0), -1]).isfinite().logical_not().any(1, false).nonzero()[0, 0].ToInt64();
            throw new ArgumentException(FormattableString.Invariant($"Sample {sample} of the input holds NaN or infinity; expected finite numbers."), nameof(input));
        }
    }
}
