namespace TorchSharp;

public static partial class torch
{
    public static partial class special
    {
        public static Tensor expit(Tensor input) => input.sigmoid();
        public static Tensor erf(Tensor input) => input.erf();
        public static Tensor erfc(Tensor input) => input.erfc();
        public static Tensor erfinv(Tensor input) => input.erfinv();
        public static Tensor exp2(Tensor input) => input.exp2();
        public static Tensor expm1(Tensor input) => input.expm1();
        public static Tensor digamma(Tensor input) => input.digamma();
        public static Tensor psi(Tensor input) => input.digamma();
        public static Tensor gammaln(Tensor input) => input.lgamma();
        public static Tensor sigmoid(Tensor input) => input.sigmoid();
        public static Tensor sinc(Tensor input) => input.sinc();
        public static Tensor entr(Tensor input) => _special_entr.Call(input); private static readonly Op _special_entr = "special_entr";
        public static Tensor ndtr(Tensor input) => _special_ndtr.Call(input); private static readonly Op _special_ndtr = "special_ndtr";
        public static Tensor ndtri(Tensor input) => _special_ndtri.Call(input); private static readonly Op _special_ndtri = "special_ndtri";
        public static Tensor xlog1py(Tensor input, Tensor other) => _special_xlog1py.Call(input, other);
        private static readonly Op _special_xlog1py = "special_xlog1py";
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);
    }
}
