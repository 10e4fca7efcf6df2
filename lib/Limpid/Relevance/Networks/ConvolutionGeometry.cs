using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Limpid.Relevance.Networks;

/// <summary>How a convolution moves over its input; one entry per spatial axis (one or two axes).</summary>
/// <param name="Stride">Steps.</param>
/// <param name="Padding">Entries added on both sides.</param>
/// <param name="Dilation">Distance between kernel entries.</param>
/// <param name="Groups">Number of groups of channels.</param>
/// <param name="Mode">What the added entries are.</param>
/// <param name="After">Entries added at the end where they differ from <paramref name="Padding"/>, or null.</param>
public sealed record ConvolutionGeometry(
    ImmutableArray<long> Stride, ImmutableArray<long> Padding, ImmutableArray<long> Dilation, long Groups = 1,
    PaddingModes Mode = PaddingModes.Zeros, ImmutableArray<long>? After = null)
{
    /// <summary>The convolution.</summary>
    internal Tensor Apply(Tensor input, Tensor weight, Tensor? bias)
    {
        using var scope = NewDisposeScope();
        var padding = Padding;
        if (After is { } after && !after.SequenceEqual(Padding) || Mode != PaddingModes.Zeros)
        {
            var end = After ?? Padding;
            // The last axis comes first.
            long[] sides = [.. Enumerable.Range(0, Padding.Length).Reverse().SelectMany(axis => new[] { Padding[axis], end[axis] })];
            input = F.pad(input, sides, Mode == PaddingModes.Zeros ? PaddingModes.Constant : Mode);
            padding = [.. Padding.Select(_ => 0L)];
        }
        var output = Stride.Length == 1
            ? F.conv1d(input, weight, bias, Stride[0], padding[0], Dilation[0], Groups)
            : F.conv2d(input, weight, bias, [.. Stride], [.. padding], [.. Dilation], Groups);
        return output.MoveToOuterDisposeScope();
    }
}
