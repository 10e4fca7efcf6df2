using System.Reflection;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Relevance.Networks;

/// <summary>Turns modules into nodes.</summary>
internal static class ModuleReading
{
    internal const string Supported =
        "Sequential, Linear, Conv1d, Conv2d, ConvTranspose1d, ConvTranspose2d, average and max pooling, Upsample, BatchNorm1d, BatchNorm2d, LayerNorm, Embedding, activations, Softmax, Dropout, Flatten, Unflatten, Identity, ZeroPad2d, and modules that implement INetworkBlock (Residual, Branches, SelfAttention)";

    internal static int Add(NetworkBuilder network, string name, nn.Module module, int input)
    {
        if (module is INetworkBlock block) return block.AddTo(network, name, input);
        if (IsChain(module))
            return module.named_children().Aggregate(input, (at, child) => Add(network, NetworkBuilder.Path(name, child.name), child.module, at));
        var known = Read(module) ?? throw new UnsupportedLayerException(name, FormattableString.Invariant(
            $"Layer '{(name.Length > 0 ? name : module.GetName())}' is a {module.GetType().Name}, whose inside isn't known. Read the model with Network.Trace(model, sample), or let the class implement INetworkBlock. Known are: {Supported}."));
        return network.Add(name.Length > 0 ? name : module.GetName(), known, input);
    }

    /// <summary>The operation of a single layer, or null if the class isn't known.</summary>
    internal static Operation? Read(nn.Module module) => module switch
    {
        Linear m => new LinearLayer(() => m.weight!, () => m.bias),
        ConvolutionTranspose m => new TransposedConvolutionLayer(() => m.weight, () => m.bias,
            new([.. m.stride], [.. m.padding!], [.. m.dilation], m.groups), [.. m.output_padding]),
        Convolution m => new ConvolutionLayer(() => m.weight, () => m.bias, Geometry(m)),
        BatchNorm m when m.running_mean is not null => new BatchNormLayer(() => m.running_mean!, () => m.running_var!, () => m.affine ? m.weight : null, () => m.bias, m.eps),
        LayerNorm m => new LayerNormLayer(m.normalized_shape.Length, m.eps, () => m.elementwise_affine ? m.weight : null, () => m.bias),
        Embedding m => new EmbeddingLayer(() => m.weight!),
        AvgPool1d or AvgPool2d or AdaptiveAvgPool1d or AdaptiveAvgPool2d => new FixedLinearOperation(LayerKind.AveragePool, ((nn.Module<Tensor, Tensor>)module).forward),
        // Bicubic interpolation has negative weights, for which no rule is given.
        Upsample { mode: not UpsampleMode.Bicubic } m => new FixedLinearOperation(LayerKind.Interpolation, m.forward),
        MaxPool1d m => new MaxPoolLayer([m.kernel_size], [m.stride ?? m.kernel_size], [m.padding ?? 0], [m.dilation ?? 1], m.ceil_mode),
        MaxPool2d m => new MaxPoolLayer([.. m.kernel_size], [.. m.stride], [.. m.padding], [.. m.dilation], m.ceil_mode),
        ReLU => new ReluLayer(),
        Sigmoid or Softplus => Mapped(LayerKind.Activation, module, true),
        // These map what isn't negative to what isn't negative.
        LeakyReLU or ELU or GELU or SiLU or Tanh => Mapped(LayerKind.Activation, module, null),
        Softmax => Mapped(LayerKind.Softmax, module, true),
        Flatten or Unflatten or ZeroPad2d => Mapped(LayerKind.Reshape, module, null),
        Dropout or Dropout2d or Identity => new MappedOperation(LayerKind.Reshape, x => x.alias(), null),
        _ => null,
    };

    private static bool IsChain(nn.Module module) =>
        module is Sequential && module.GetType().GetMethod(nameof(Sequential.forward), BindingFlags.Public | BindingFlags.Instance, [typeof(Tensor)])!.DeclaringType == typeof(Sequential);

    private static MappedOperation Mapped(LayerKind kind, nn.Module module, bool? nonNegative)
    {
        var layer = (nn.Module<Tensor, Tensor>)module;
        // What works in place would write over the output of the layer before.
        return module is LeakyReLU { inplace: true } or ELU { inplace: true } or SiLU { inplace: true }
            ? new(kind, x => layer.forward(x.clone()), nonNegative)
            : new(kind, layer.forward, nonNegative);
    }

    private static ConvolutionGeometry Geometry(Convolution m)
    {
        var total = m.kernel_size.Select((size, axis) => m.padding_type == Padding.Same ? m.dilation[axis] * (size - 1) : 2 * (m.padding?[axis] ?? 0)).ToArray();
        return new([.. m.stride], [.. total.Select(t => t / 2)], [.. m.dilation], m.groups, m.padding_mode, [.. total.Select(t => t - t / 2)]);
    }
}
