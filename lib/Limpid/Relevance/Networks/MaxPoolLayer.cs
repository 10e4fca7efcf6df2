using System.Collections.Immutable;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Limpid.Relevance.Networks;

/// <summary>Max-pooling over one or two axes.</summary>
/// <param name="kernel">Window, per axis.</param>
/// <param name="stride">Steps.</param>
/// <param name="padding">Entries added on both sides, which never win.</param>
/// <param name="dilation">Distance between the window's entries.</param>
/// <param name="ceiling">Whether a last, partly filled window counts.</param>
public sealed class MaxPoolLayer(ImmutableArray<long> kernel, ImmutableArray<long> stride, ImmutableArray<long> padding, ImmutableArray<long> dilation, bool ceiling)
    : Operation(LayerKind.MaxPool)
{
    /// <summary>Average pooling over the same windows, or null where there is none (dilated windows).</summary>
    internal FixedLinearOperation? Average { get; } = dilation.All(d => d == 1)
        ? new FixedLinearOperation(LayerKind.AveragePool, x => kernel.Length == 1
            ? F.avg_pool1d(x, kernel[0], stride[0], padding[0], ceiling)
            : F.avg_pool2d(x, [.. kernel], [.. stride], [.. padding], ceiling))
        : null;

    /// <inheritdoc/>
    public override Tensor Forward(IReadOnlyList<Tensor> inputs) => kernel.Length == 1
        ? F.max_pool1d(inputs[0], kernel[0], stride[0], padding[0], dilation[0], ceiling)
        : F.max_pool2d(inputs[0], [.. kernel], [.. stride], [.. padding], [.. dilation], ceiling);

    /// <inheritdoc/>
    public override bool NonNegative(IReadOnlyList<bool> inputs) => inputs[0];
}
