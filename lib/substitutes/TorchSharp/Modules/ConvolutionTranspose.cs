using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long[] output_padding,
        long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(name, in_channels, out_channels, kernel_size, stride, padding, null, dilation, true, output_padding, groups, bias, padding_mode, device, dtype)
    {
        if (padding_mode != PaddingModes.Zeros)
            throw new ArgumentException($"Only zero padding is supported by {name}, not {padding_mode}.", nameof(padding_mode));
    }

    public abstract Tensor forward(Tensor input, long[]? output_size);

    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>How much to add at one side of the output to reach the size asked for.</summary>
    private protected long[] OutputPadding(Tensor input, long[]? output_size)
    {
        if (output_size is null) return output_padding;
        var count = kernel_size.Length;
        var asked = output_size.Length == count + 2 ? output_size[2..] : output_size;
        if (asked.Length != count)
            throw new ArgumentException($"output_size must have {count} or {count + 2} elements, but has {output_size.Length}.", nameof(output_size));
        var extra = new long[count];
        for (var i = 0; i < count; i++)
        {
            var least = (input.size(i - count) - 1) * stride[i] - 2 * padding![i] + dilation[i] * (kernel_size[i] - 1) + 1;
            extra[i] = asked[i] - least;
            if (extra[i] < 0 || extra[i] >= stride[i])
                throw new ArgumentException($"output_size[{i}] must lie in [{least}, {least + stride[i] - 1}], but is {asked[i]}.", nameof(output_size));
        }
        return extra;
    }
}
