namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_().alias() : x.relu();
            public static Tensor relu6(Tensor x, bool inplace = false) => inplace ? x.relu6_().alias() : x.relu6();
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? input.leaky_relu_(negative_slope).alias() : input.leaky_relu(negative_slope);
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => inplace ? x.elu_(alpha).alias() : x.elu(alpha);
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => inplace ? x.celu_(alpha).alias() : x.celu(alpha);
            public static Tensor selu(Tensor x, bool inplace = false) => inplace ? x.selu_().alias() : x.selu();
            public static Tensor gelu(Tensor x) => x.gelu();
            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? x.silu_().alias() : x.silu();
            public static Tensor mish(Tensor x, bool inplace = false) => inplace ? _mish_.Into(x).alias() : _mish.Call(x);
            private static readonly Op _mish_ = "mish_";
            private static readonly Op _mish = "mish";
            public static Tensor sigmoid(Tensor x) => x.sigmoid();
            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_().alias() : x.sigmoid();
            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_().alias() : x.tanh();
            public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                inplace ? x.hardtanh_(min_val, max_val).alias() : x.hardtanh(min_val, max_val);
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => inplace ? input.hardsigmoid_().alias() : input.hardsigmoid();
            public static Tensor hardswish(Tensor input, bool inplace = false) => inplace ? input.hardswish_().alias() : input.hardswish();
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? x.threshold_(threshold, value).alias() : x.threshold(threshold, value);
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => x.softplus(beta, threshold);
            public static Tensor softsign(Tensor x, bool inplace = false) => inplace ? x.div_(x.abs().add_(1)).alias() : x / (x.abs() + 1);
            public static Tensor tanhshrink(Tensor x, bool inplace = false) => inplace ? x.sub_(x.tanh()).alias() : x - x.tanh();
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => _hardshrink.Call(x, lambda);
            private static readonly Op _hardshrink = "hardshrink";
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => _softshrink.Call(x, lambda);
            private static readonly Op _softshrink = "softshrink";
            public static Tensor logsigmoid(Tensor x) => x.log_sigmoid();
            public static Tensor glu(Tensor input, long dim = -1) => input.glu(dim);
            public static Tensor prelu(Tensor input, Tensor weight) => input.prelu(weight);
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);
            public static Tensor softmin(Tensor x, long dim) => (-x).softmax(dim);
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? _dropout_.Into(input, p, training).alias()
                : training && p > 0 && p < 1 && input.dtype == ScalarType.Float32 && input.is_cpu() && input.is_contiguous() ? Dropped(input, 1 - p)
                : _dropout.Call(input, p, training);

            // What libtorch's dropout does, with the same numbers from draws that cost half.
            private static Tensor Dropped(Tensor input, double keep)
            {
                using var noise = empty_like(input);
                Shim.Check(Shim.lt_bernoulli(noise.Handle, keep));
                noise.div_(keep);
                return input * noise;
            }

            private static readonly Op _dropout_ = "dropout_";
            private static readonly Op _dropout = "dropout";
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? _feature_dropout_.Into(input, p, training).alias() : _feature_dropout.Call(input, p, training);
            private static readonly Op _feature_dropout_ = "feature_dropout_";
            private static readonly Op _feature_dropout = "feature_dropout";
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? _feature_dropout_.Into(input, p, training).alias() : _feature_dropout.Call(input, p, training);
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                inplace ? _alpha_dropout_.Into(input, p, training).alias() : _alpha_dropout.Call(input, p, training);
            private static readonly Op _alpha_dropout_ = "alpha_dropout_";
            private static readonly Op _alpha_dropout = "alpha_dropout";
        }
    }
}
