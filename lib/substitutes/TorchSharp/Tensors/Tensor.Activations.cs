namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor relu() => _relu.Call(this); private static readonly Op _relu = "relu";
        public Tensor relu_() => _relu_.Into(this); private static readonly Op _relu_ = "relu_";
        public Tensor relu6() => _relu6.Call(this); private static readonly Op _relu6 = "relu6";
        public Tensor relu6_() => _relu6_.Into(this); private static readonly Op _relu6_ = "relu6_";
        public Tensor leaky_relu(Scalar negative_slope) => _leaky_relu.Call(this, negative_slope);
        private static readonly Op _leaky_relu = "leaky_relu";
        public Tensor leaky_relu_(Scalar negative_slope) => _leaky_relu_.Into(this, negative_slope);
        private static readonly Op _leaky_relu_ = "leaky_relu_";
        public Tensor elu(double alpha = 1) => _elu.Call(this, alpha); private static readonly Op _elu = "elu";
        public Tensor elu_(double alpha = 1) => _elu_.Into(this, alpha); private static readonly Op _elu_ = "elu_";
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => _elu.Call(this, alpha, scale, input_scale);
        public Tensor celu(Scalar alpha) => _celu.Call(this, alpha); private static readonly Op _celu = "celu";
        public Tensor celu_(Scalar alpha) => _celu_.Into(this, alpha); private static readonly Op _celu_ = "celu_";
        public Tensor selu() => _selu.Call(this); private static readonly Op _selu = "selu";
        public Tensor selu_() => _selu_.Into(this); private static readonly Op _selu_ = "selu_";
        public Tensor gelu() => _gelu.Call(this); private static readonly Op _gelu = "gelu";
        public Tensor silu() => _silu.Call(this); private static readonly Op _silu = "silu";
        public Tensor silu_() => _silu_.Into(this); private static readonly Op _silu_ = "silu_";
        public Tensor hardtanh(Scalar min, Scalar max) => _hardtanh.Call(this, min, max); private static readonly Op _hardtanh = "hardtanh";
        public Tensor hardtanh_(Scalar min, Scalar max) => _hardtanh_.Into(this, min, max);
        private static readonly Op _hardtanh_ = "hardtanh_";
        public Tensor hardsigmoid() => _hardsigmoid.Call(this); private static readonly Op _hardsigmoid = "hardsigmoid";
        public Tensor hardsigmoid_() => _hardsigmoid_.Into(this); private static readonly Op _hardsigmoid_ = "hardsigmoid_";
        public Tensor hardswish() => _hardswish.Call(this); private static readonly Op _hardswish = "hardswish";
        public Tensor hardswish_() => _hardswish_.Into(this); private static readonly Op _hardswish_ = "hardswish_";
        public Tensor softplus(double beta = 1, double threshold = 20) => _softplus.Call(this, beta, threshold);
        private static readonly Op _softplus = "softplus";
        public Tensor log_sigmoid() => _log_sigmoid.Call(this); private static readonly Op _log_sigmoid = "log_sigmoid";
        public Tensor threshold(Scalar threshold, Scalar value) => _threshold.Call(this, threshold, value);
        private static readonly Op _threshold = "threshold";
        public Tensor threshold_(Scalar threshold, Scalar value) => _threshold_.Into(this, threshold, value);
        private static readonly Op _threshold_ = "threshold_";
        public Tensor prelu(Tensor target) => _prelu.Call(this, target); private static readonly Op _prelu = "prelu";
        public Tensor glu(long dim = -1) => _glu.Call(this, dim); private static readonly Op _glu = "glu";
        public Tensor softmax(long dim, ScalarType? dtype = null) => _softmax_int.Call(this, dim, dtype);
        private static readonly Op _softmax_int = "softmax.int";
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => _log_softmax_int.Call(this, dim, dtype);
        private static readonly Op _log_softmax_int = "log_softmax.int";
    }
}
