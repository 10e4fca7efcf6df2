namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                long? dilation = null, bool ceil_mode = false) =>
                _max_pool1d.Call(input, One(kernel_size), stride is { } s ? One(s) : Array.Empty<long>(), One(padding, 0), One(dilation, 1), ceil_mode);
            private static readonly Op _max_pool1d = "max_pool1d";
            public static (Tensor output, Tensor indices) max_pool1d_with_indices(Tensor input, long kernel_size, long? stride = null,
                long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                _max_pool1d_with_indices.Call2(input, One(kernel_size), stride is { } s ? One(s) : Array.Empty<long>(), One(padding, 0), One(dilation, 1), ceil_mode);
            private static readonly Op _max_pool1d_with_indices = "max_pool1d_with_indices";
            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Two(kernel_size), stride is { } s ? Two(s) : null, Two(padding ?? 0), Two(dilation ?? 1), ceil_mode);
            public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long,
                long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Two(kernel_size), stride is { } s ? Two(s) : null, Two(padding, 0), Two(dilation, 1), ceil_mode);
            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, bool ceil_mode = false) =>
                _max_pool2d.Call(input, kernel_size, strides ?? [], padding ?? zeros2, dilation ?? ones2, ceil_mode);
            private static readonly Op _max_pool2d = "max_pool2d";
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(Tensor input, long[] kernel_size,
                long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                _max_pool2d_with_indices.Call2(input, kernel_size, strides ?? [], padding ?? zeros2, dilation ?? ones2, ceil_mode);
            private static readonly Op _max_pool2d_with_indices = "max_pool2d_with_indices";
            public static Tensor max_unpool2d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null,
                long[]? padding = null, long[]? output_size = null) =>
                _max_unpool2d.Call(input, indices, output_size ?? Unpooled(input, kernel_size, stride ?? kernel_size, padding ?? zeros2));
            private static readonly Op _max_unpool2d = "max_unpool2d";
            public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null,
                bool ceil_mode = false, bool count_include_pad = true) =>
                _avg_pool1d.Call(input, One(kernel_size), stride is { } s ? One(s) : Array.Empty<long>(), One(padding, 0), ceil_mode, count_include_pad);
            private static readonly Op _avg_pool1d = "avg_pool1d";
            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Two(kernel_size), stride is { } s ? Two(s) : null, Two(padding), ceil_mode, count_include_pad, divisor_override);
            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long,
                long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Two(kernel_size), stride is { } s ? Two(s) : null, Two(padding, 0), ceil_mode, count_include_pad, divisor_override);
            public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                _avg_pool2d.Call(input, kernel_size, stride ?? [], padding ?? zeros2, ceil_mode, count_include_pad, divisor_override);
            private static readonly Op _avg_pool2d = "avg_pool2d";
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => _adaptive_avg_pool1d.Call(input, One(output_size));
            private static readonly Op _adaptive_avg_pool1d = "adaptive_avg_pool1d";
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, Two(output_size));
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                adaptive_avg_pool2d(input, Two(output_size));
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => _adaptive_avg_pool2d.Call(input, output_size);
            private static readonly Op _adaptive_avg_pool2d = "adaptive_avg_pool2d";
            public static Tensor adaptive_max_pool1d(Tensor input, long output_size) =>
                adaptive_max_pool1d_with_indices(input, output_size).Values;
            public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) =>
                _adaptive_max_pool1d.Call2(input, One(output_size));
            private static readonly Op _adaptive_max_pool1d = "adaptive_max_pool1d";
            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) =>
                adaptive_max_pool2d_with_indices(input, output_size).Values;
            public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                _adaptive_max_pool2d.Call2(input, output_size);
            private static readonly Op _adaptive_max_pool2d = "adaptive_max_pool2d";
        }
    }
}
