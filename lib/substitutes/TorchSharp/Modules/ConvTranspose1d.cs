using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ConvTranspose1d ConvTranspose1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, Sizes.One(kernel_size), Sizes.One(stride), Sizes.One(padding), Sizes.One(dilation), Sizes.One(output_padding), groups, bias, padding_mode, device, dtype);
        }
    }

    namespace Modules
    {
        public sealed class ConvTranspose1d : ConvolutionTranspose
        {
            internal ConvTranspose1d(long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] dilation,
                long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
                : base(nameof(ConvTranspose1d), in_channels, out_channels, kernel_size, stride, padding, dilation, output_padding, groups, bias, padding_mode, device,
                    dtype) { }

            public override Tensor forward(Tensor input, long[]? output_size)
            {
                CheckInput(input, 1);
                var extra = OutputPadding(input, output_size);
                return F.conv_transpose1d(input, weight, bias, stride[0], padding![0], extra[0], dilation[0], groups);
            }
        }
    }
}
