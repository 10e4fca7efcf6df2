namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Op nearest1d_op = "upsample_nearest1d.vec", nearest2d_op = "upsample_nearest2d.vec";
            private static readonly Op linear1d_op = "upsample_linear1d.vec", bilinear2d_op = "upsample_bilinear2d.vec";
            private static readonly Op bicubic2d_op = "upsample_bicubic2d.vec", exact2d_op = "_upsample_nearest_exact2d.vec";

            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false,
                bool antialias = false)
            {
                if (antialias) throw new NotSupportedException("antialias isn't part of this substitute.");
                var spatial = (int)x.ndim - 2;
                if (size is { Length: 1 } && spatial > 1) size = [.. Enumerable.Repeat(size[0], spatial)];
                if (scale_factor is { Length: 1 } && spatial > 1) scale_factor = [.. Enumerable.Repeat(scale_factor[0], spatial)];
                if (size is null && scale_factor is null) throw new ArgumentException("Either size or scale_factor must be given.");
                if (size is not null && scale_factor is not null) throw new ArgumentException("Only one of size and scale_factor may be given.");
                if (scale_factor is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    var shape = x.shape;
                    size = [.. scale_factor.Select((s, d) => (long)Math.Floor(shape[d + 2] * s))];
                    scale_factor = null;
                }
                var corners = align_corners ?? false;
                return (mode, spatial) switch
                {
                    (InterpolationMode.Nearest, 1) => nearest1d_op.Call(x, size, scale_factor),
                    (InterpolationMode.Nearest, 2) => nearest2d_op.Call(x, size, scale_factor),
                    (InterpolationMode.NearestExact, 2) => exact2d_op.Call(x, size, scale_factor),
                    (InterpolationMode.Area, 1) => adaptive_avg_pool1d(x, size![0]),
                    (InterpolationMode.Area, 2) => adaptive_avg_pool2d(x, size!),
                    (InterpolationMode.Linear, 1) => linear1d_op.Call(x, size, corners, scale_factor),
                    (InterpolationMode.Bilinear, 2) => bilinear2d_op.Call(x, size, corners, scale_factor),
                    (InterpolationMode.Bicubic, 2) => bicubic2d_op.Call(x, size, corners, scale_factor),
                    _ => throw new NotSupportedException($"Interpolation mode {mode} for {spatial} spatial dimensions."),
                };
            }
        }
    }
}
