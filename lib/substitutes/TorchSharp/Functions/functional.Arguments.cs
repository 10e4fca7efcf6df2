namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly long[] ones2 = [1, 1];
            private static readonly long[] zeros2 = [0, 0];

            private static long[] One(long value) => [value];

            private static long[] One(long? value, long otherwise) => [value ?? otherwise];

            private static long[] Two(long value) => [value, value];

            private static long[] Two((long, long) value) => [value.Item1, value.Item2];

            private static long[] Two((long, long)? value, long otherwise) => value is { } v ? Two(v) : Two(otherwise);

            private static Arg Name(Padding padding) => padding == Padding.Same ? "same" : "valid";

            private static Arg Name(PaddingModes mode) => mode switch
            {
                PaddingModes.Reflect => "reflect",
                PaddingModes.Replicate => "replicate",
                PaddingModes.Circular => "circular",
                PaddingModes.Constant or PaddingModes.Zeros => "constant",
                _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "unknown padding mode"),
            };

            private static Tensor Norm(Tensor input, double p, long dim, double eps)
            {
                using var scope = NewDisposeScope();
                return linalg.vector_norm(input, p, [dim], true).clamp_min(eps).expand_as(input).MoveToOuterDisposeScope();
            }

            private static long[] Unpooled(Tensor input, long[] kernel, long[] stride, long[] padding)
            {
                var shape = input.shape;
                return [Side(0), Side(1)];

                long Side(int d) => (shape[shape.Length - 2 + d] - 1) * stride[d] - 2 * padding[d] + kernel[d];
            }
        }
    }
}
