namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null,
                long? dilation = null, long groups = 1) =>
                _conv1d.Call(input, weight, bias, One(stride, 1), One(padding, 0), One(dilation, 1), groups);
            private static readonly Op _conv1d = "conv1d";
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, long groups = 1) =>
                _conv2d.Call(input, weight, bias, strides ?? ones2, padding ?? zeros2, dilation ?? ones2, groups);
            private static readonly Op _conv2d = "conv2d";
            public static Tensor conv1d_padding(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null,
                Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                _conv1d_padding.Call(input, weight, bias, One(stride, 1), Name(padding), One(dilation, 1), groups);
            private static readonly Op _conv1d_padding = "conv1d.padding";
            public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                _conv2d_padding.Call(input, weight, bias, strides ?? ones2, Name(padding), dilation ?? ones2, groups);
            private static readonly Op _conv2d_padding = "conv2d.padding";
            public static Tensor conv_transpose1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null,
                long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1) =>
                _conv_transpose1d.Call(input, weight, bias, One(stride, 1), One(padding, 0), One(output_padding, 0), groups, One(dilation, 1));
            private static readonly Op _conv_transpose1d = "conv_transpose1d";
            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                _conv_transpose2d_input.Call(input, weight, bias, strides ?? ones2, padding ?? zeros2, output_padding ?? zeros2, groups, dilation ?? ones2);
            private static readonly Op _conv_transpose2d_input = "conv_transpose2d.input";
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => _linear.Call(input, weights, bias);
            private static readonly Op _linear = "linear";
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                _bilinear.Call(input1, input2, weight, bias);
            private static readonly Op _bilinear = "bilinear";
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                _im2col.Call(input, Two(kernel_size), Two(dilation), Two(padding), Two(stride));
            private static readonly Op _im2col = "im2col";
            public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long,
                long)? padding = null, (long, long)? stride = null) =>
                _im2col.Call(input, Two(kernel_size), Two(dilation, 1), Two(padding, 0), Two(stride, 1));
            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0,
                long stride = 1) =>
                _col2im.Call(input, Two(output_size), Two(kernel_size), Two(dilation), Two(padding), Two(stride));
            private static readonly Op _col2im = "col2im";
            public static Tensor fold(Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null,
                (long, long)? padding = null, (long, long)? stride = null) =>
                _col2im.Call(input, Two(output_size), Two(kernel_size), Two(dilation, 1), Two(padding, 0), Two(stride, 1));
        }
    }
}
