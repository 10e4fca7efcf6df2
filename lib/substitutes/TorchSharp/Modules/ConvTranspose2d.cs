using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, Sizes.Two(kernel_size), Sizes.Two(stride), Sizes.Two(padding), Sizes.Two(dilation), Sizes.Two(output_padding), groups, bias, padding_mode, device, dtype);

            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? output_padding = null, (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, Sizes.Two(kernel_size), Sizes.Two(stride ?? (1, 1)), Sizes.Two(padding ?? (0, 0)), Sizes.Two(dilation ?? (1, 1)), Sizes.Two(output_padding ?? (0, 0)), groups, bias, padding_mode, device, dtype);
        }
    }

    namespace Modules
    {
        public sealed class ConvTranspose2d : ConvolutionTranspose
        {
            internal ConvTranspose2d(long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] dilation,
                long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
                : base(nameof(ConvTranspose2d), in_channels, out_channels, kernel_size, stride, padding, dilation, output_padding, groups, bias, padding_mode, device,
                    dtype) { }

            public override Tensor forward(Tensor input, long[]? output_size)
            {
                CheckInput(input, 2);
                var extra = OutputPadding(input, output_size);
                return F.conv_transpose2d(input, weight, bias, stride, padding, extra, dilation, groups);
            }
        }
    }
}
