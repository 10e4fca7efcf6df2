using Limpid.Relevance.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance;

/// <summary>Checks an input before anything runs.</summary>
internal static class InputCheck
{
    internal static void Require(Network network, Tensor input)
    {
        RequireShape(input);
        using var scope = NewDisposeScope();
        if (network.Nodes.Any(node => node.Operation is EmbeddingLayer && node.Inputs.Contains(0)))
        {
            if (input.dtype != ScalarType.Int64) throw new ArgumentException($"The input is {input.dtype}; expected Int64, indices into an embedding.", nameof(input));
            return;
        }
        var first = network.Nodes.FirstOrDefault(node => node.Operation is LinearOperation { HasWeight: true } or EmbeddingLayer);
        if (first?.Operation is LinearOperation layer) RequireType(input, layer.Weight(), $"layer '{first.Name}'");
        RequireFinite(input);
    }

    internal static void Require(nn.Module model, Tensor input)
    {
        RequireShape(input);
        if (!input.is_floating_point()) return;
        var first = model.named_parameters().FirstOrDefault(pair => pair.parameter.is_floating_point());
        if (first.parameter is { } weight) RequireType(input, weight, $"parameter '{first.name}'");
        RequireFinite(input);
    }

    private static void RequireShape(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.dim() < 2 || input.numel() == 0)
            throw new ArgumentException(FormattableString.Invariant($"The input has shape [{string.Join(", ", input.shape)}]; expected [N, ...] with N at least 1 and entries in each sample."), nameof(input));
    }

    private static void RequireType(Tensor input, Tensor weight, string where)
    {
        if (weight.dtype != input.dtype)
            throw new ArgumentException($"The input is {input.dtype} and the model {weight.dtype} ({where}); expected the same type. Convert the input with input.to({weight.dtype}).", nameof(input));
        if (weight.device_type != input.device_type)
            throw new ArgumentException($"The input is on {input.device_type} and the model on {weight.device_type}; expected the same device.", nameof(input));
    }

    private static void RequireFinite(Tensor input)
    {
        using var scope = NewDisposeScope();
        if (FiniteNumbers.All(input)) return;
        var sample = input.detach().reshape([input.size(0), -1]).isfinite().logical_not().any(1, false).nonzero()[0, 0].ToInt64();
        throw new ArgumentException(FormattableString.Invariant($"Sample {sample} of the input holds NaN or infinity; expected finite numbers."), nameof(input));
    }
}
