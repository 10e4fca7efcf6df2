namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => _add_Tensor.Call(this, target); private static readonly Op _add_Tensor = "add.Tensor";
        public Tensor add(Tensor target, Scalar alpha) => _add_Tensor.Call(this, target, alpha);
        public Tensor add(Scalar scalar) => _add_Tensor.Call(this, scalar);
        public Tensor add(Scalar scalar, Scalar alpha) => _add_Tensor.Call(this, scalar, alpha);
        public Tensor add_(Tensor target) => _add__Tensor.Into(this, target); private static readonly Op _add__Tensor = "add_.Tensor";
        public Tensor add_(Tensor target, Scalar alpha) => _add__Tensor.Into(this, target, alpha);
        public Tensor add_(Scalar scalar) => _add__Tensor.Into(this, scalar);
        public Tensor add_(Scalar scalar, Scalar alpha) => _add__Tensor.Into(this, scalar, alpha);
        public Tensor sub(Tensor target) => _sub_Tensor.Call(this, target); private static readonly Op _sub_Tensor = "sub.Tensor";
        public Tensor sub(Scalar target) => _sub_Tensor.Call(this, target);
        public Tensor sub_(Tensor target) => _sub__Tensor.Into(this, target); private static readonly Op _sub__Tensor = "sub_.Tensor";
        public Tensor sub_(Scalar target) => _sub__Tensor.Into(this, target);
        public Tensor subtract(Tensor target) => sub(target);
        public Tensor subtract(Scalar target) => sub(target);
        public Tensor mul(Tensor target) => _mul_Tensor.Call(this, target); private static readonly Op _mul_Tensor = "mul.Tensor";
        public Tensor mul(Scalar target) => _mul_Tensor.Call(this, target);
        public Tensor mul_(Tensor target) => _mul__Tensor.Into(this, target); private static readonly Op _mul__Tensor = "mul_.Tensor";
        public Tensor mul_(Scalar target) => _mul__Tensor.Into(this, target);
        public Tensor multiply(Tensor target) => mul(target);
        public Tensor multiply(Scalar target) => mul(target);
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Divide(target, rounding_mode);
        private static readonly Op _div_Tensor_mode = "div.Tensor_mode";
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Divide(target, rounding_mode);
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            _div__Tensor_mode.Into(this, target, Rounding(rounding_mode));
        private static readonly Op _div__Tensor_mode = "div_.Tensor_mode";
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            _div__Tensor_mode.Into(this, target, Rounding(rounding_mode));
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);
        public Tensor true_divide(Tensor other) => div(other);
        public Tensor true_divide(Scalar other) => div(other);
        public Tensor floor_divide(Tensor other) => _floor_divide.Call(this, other);
        private static readonly Op _floor_divide = "floor_divide";
        public Tensor floor_divide(Scalar other) => _floor_divide_Scalar.Call(this, other);
        private static readonly Op _floor_divide_Scalar = "floor_divide.Scalar";
        public Tensor remainder(Tensor target) => _remainder_Tensor.Call(this, target);
        private static readonly Op _remainder_Tensor = "remainder.Tensor";
        public Tensor remainder(Scalar scalar) => _remainder_Scalar.Call(this, scalar);
        private static readonly Op _remainder_Scalar = "remainder.Scalar";
        public Tensor fmod(Tensor target) => _fmod_Tensor.Call(this, target); private static readonly Op _fmod_Tensor = "fmod.Tensor";
        public Tensor fmod(Scalar scalar) => _fmod_Scalar.Call(this, scalar); private static readonly Op _fmod_Scalar = "fmod.Scalar";
        public Tensor pow(Tensor exponent) => _pow_Tensor_Tensor.Call(this, exponent);
        private static readonly Op _pow_Tensor_Tensor = "pow.Tensor_Tensor";
        public Tensor pow(Scalar exponent) => _pow_Tensor_Scalar.Call(this, exponent);
        private static readonly Op _pow_Tensor_Scalar = "pow.Tensor_Scalar";
        public Tensor pow_(Tensor exponent) => _pow__Tensor.Into(this, exponent); private static readonly Op _pow__Tensor = "pow_.Tensor";
        public Tensor pow_(Scalar exponent) => _pow__Scalar.Into(this, exponent); private static readonly Op _pow__Scalar = "pow_.Scalar";
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => _addcmul.Call(this, tensor1, tensor2, value);
        private static readonly Op _addcmul = "addcmul";
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => _addcmul_.Into(this, tensor1, tensor2, value);
        private static readonly Op _addcmul_ = "addcmul_";
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => _addcdiv.Call(this, tensor1, tensor2);
        private static readonly Op _addcdiv = "addcdiv";
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => _addcdiv.Call(this, tensor1, tensor2, value);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => _addcdiv_.Into(this, tensor1, tensor2);
        private static readonly Op _addcdiv_ = "addcdiv_";
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => _addcdiv_.Into(this, tensor1, tensor2, value);
        public Tensor lerp(Tensor end, Tensor weight) => _lerp_Tensor.Call(this, end, weight);
        private static readonly Op _lerp_Tensor = "lerp.Tensor";
        public Tensor lerp_(Tensor end, Tensor weight) => _lerp__Tensor.Into(this, end, weight);
        private static readonly Op _lerp__Tensor = "lerp_.Tensor";
        public Tensor atan2(Tensor other) => _atan2.Call(this, other); private static readonly Op _atan2 = "atan2";
        public Tensor hypot(Tensor other) => _hypot.Call(this, other); private static readonly Op _hypot = "hypot";
        public Tensor maximum(Tensor other) => _maximum.Call(this, other); private static readonly Op _maximum = "maximum";
        public Tensor minimum(Tensor other) => _minimum.Call(this, other); private static readonly Op _minimum = "minimum";
        public Tensor xlogy(Tensor y) => _xlogy_Tensor.Call(this, y); private static readonly Op _xlogy_Tensor = "xlogy.Tensor";
        public Tensor logaddexp(Tensor other) => _logaddexp.Call(this, other); private static readonly Op _logaddexp = "logaddexp";
        public Tensor copysign(Tensor other) => _copysign_Tensor.Call(this, other);
        private static readonly Op _copysign_Tensor = "copysign.Tensor";
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => _clamp.Call(this, min, max);
        private static readonly Op _clamp = "clamp";
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => _clamp_Tensor.Call(this, min, max);
        private static readonly Op _clamp_Tensor = "clamp.Tensor";
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => _clamp_.Into(this, min, max);
        private static readonly Op _clamp_ = "clamp_";
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => _clamp__Tensor.Into(this, min, max);
        private static readonly Op _clamp__Tensor = "clamp_.Tensor";
        public Tensor clamp_min(Scalar min) => _clamp_min.Call(this, min); private static readonly Op _clamp_min = "clamp_min";
        public Tensor clamp_min_(Scalar min) => _clamp_min_.Into(this, min); private static readonly Op _clamp_min_ = "clamp_min_";
        public Tensor clamp_max(Scalar max) => _clamp_max.Call(this, max); private static readonly Op _clamp_max = "clamp_max";
        public Tensor clamp_max_(Scalar max) => _clamp_max_.Into(this, max); private static readonly Op _clamp_max_ = "clamp_max_";
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);
        public Tensor fill_(Scalar value) => _fill__Scalar.Into(this, value); private static readonly Op _fill__Scalar = "fill_.Scalar";
        public Tensor zero_() => _zero_.Into(this); private static readonly Op _zero_ = "zero_";
        public Tensor copy_(Tensor source, bool nonBlocking = false) => _copy_.Into(this, source, nonBlocking);
        private static readonly Op _copy_ = "copy_";
    }
}
