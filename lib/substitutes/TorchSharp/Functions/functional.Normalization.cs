namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null,
                Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-05) =>
                _batch_norm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, false);
            private static readonly Op _batch_norm = "batch_norm";
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null,
                double eps = 1e-05) =>
                _layer_norm.Call(input, normalized_shape, weight, bias, eps, false);
            private static readonly Op _layer_norm = "layer_norm";
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null,
                double eps = 1e-05) =>
                _group_norm.Call(input, num_groups, weight, bias, eps, false);
            private static readonly Op _group_norm = "group_norm";
            public static Tensor instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null,
                Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1e-05) =>
                _instance_norm.Call(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, false);
            private static readonly Op _instance_norm = "instance_norm";
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1e-12) =>
                input / Norm(input, p, dim, eps);
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-08) =>
                _cosine_similarity.Call(x1, x2, dim, eps);
            private static readonly Op _cosine_similarity = "cosine_similarity";
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2, double eps = 1e-06, bool keepdim = false) =>
                _pairwise_distance.Call(input1, input2, p, eps, keepdim);
            private static readonly Op _pairwise_distance = "pairwise_distance";
            public static Tensor one_hot(Tensor x, long num_classes = -1) => _one_hot.Call(x, num_classes);
            private static readonly Op _one_hot = "one_hot";
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => _pixel_shuffle.Call(input, upscale_factor);
            private static readonly Op _pixel_shuffle = "pixel_shuffle";
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => _pixel_unshuffle.Call(input, downscale_factor);
            private static readonly Op _pixel_unshuffle = "pixel_unshuffle";
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                _pad.Call(input, pad, Name(mode), mode == PaddingModes.Constant ? value : Arg.None);
            private static readonly Op _pad = "pad";
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad, pad], mode, value);
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2], mode, value);
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant,
                double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);
        }
    }
}
