using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, Sizes.One(kernel_size), Sizes.One(stride), Sizes.One(padding), null, Sizes.One(dilation), groups, bias, padding_mode, device, dtype);

            public static Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, Sizes.One(kernel_size), Sizes.One(stride), null, padding, Sizes.One(dilation), groups, bias, padding_mode, device, dtype);
        }
    }

    namespace Modules
    {
        public sealed class Conv1d : Convolution
        {
            internal Conv1d(long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
                long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
                : base(nameof(Conv1d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, false, [0], groups, bias,
                    padding_mode, device, dtype) { }

            public override Tensor forward(Tensor input)
            {
                CheckInput(input, 1);
                using var padded = Padded(input, out var spatial);
                return F.conv1d(padded ?? input, weight, bias, stride[0], spatial[0], dilation[0], groups);
            }
        }
    }
}
