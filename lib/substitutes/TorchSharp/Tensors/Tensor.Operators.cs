namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Op div_op = "div.Tensor";

        public static Tensor operator +(Tensor left, Tensor right) => _add_Tensor.Call(left, right);
        public static Tensor operator +(Tensor left, Scalar right) => _add_Tensor.Call(left, right);
        public static Tensor operator +(Scalar left, Tensor right) => _add_Tensor.Call(right, left);
        public static Tensor operator +(Tensor left, int right) => _add_Tensor.Call(left, (long)right);
        public static Tensor operator +(int left, Tensor right) => _add_Tensor.Call(right, (long)left);
        public static Tensor operator +(Tensor left, long right) => _add_Tensor.Call(left, right);
        public static Tensor operator +(long left, Tensor right) => _add_Tensor.Call(right, left);
        public static Tensor operator +(Tensor left, float right) => _add_Tensor.Call(left, (double)right);
        public static Tensor operator +(float left, Tensor right) => _add_Tensor.Call(right, (double)left);
        public static Tensor operator +(Tensor left, double right) => _add_Tensor.Call(left, right);
        public static Tensor operator +(double left, Tensor right) => _add_Tensor.Call(right, left);

        public static Tensor operator -(Tensor tensor) => tensor.neg();

        public static Tensor operator -(Tensor left, Tensor right) => _sub_Tensor.Call(left, right);
        public static Tensor operator -(Tensor left, Scalar right) => _sub_Tensor.Call(left, right);
        public static Tensor operator -(Scalar left, Tensor right) => _sub_Tensor.Call(left, right);
        public static Tensor operator -(Tensor left, int right) => _sub_Tensor.Call(left, (long)right);
        public static Tensor operator -(int left, Tensor right) => _sub_Tensor.Call((long)left, right);
        public static Tensor operator -(Tensor left, long right) => _sub_Tensor.Call(left, right);
        public static Tensor operator -(long left, Tensor right) => _sub_Tensor.Call(left, right);
        public static Tensor operator -(Tensor left, float right) => _sub_Tensor.Call(left, (double)right);
        public static Tensor operator -(float left, Tensor right) => _sub_Tensor.Call((double)left, right);
        public static Tensor operator -(Tensor left, double right) => _sub_Tensor.Call(left, right);
        public static Tensor operator -(double left, Tensor right) => _sub_Tensor.Call(left, right);

        public static Tensor operator *(Tensor left, Tensor right) => _mul_Tensor.Call(left, right);
        public static Tensor operator *(Tensor left, Scalar right) => _mul_Tensor.Call(left, right);
        public static Tensor operator *(Scalar left, Tensor right) => _mul_Tensor.Call(right, left);
        public static Tensor operator *(Tensor left, int right) => _mul_Tensor.Call(left, (long)right);
        public static Tensor operator *(int left, Tensor right) => _mul_Tensor.Call(right, (long)left);
        public static Tensor operator *(Tensor left, long right) => _mul_Tensor.Call(left, right);
        public static Tensor operator *(long left, Tensor right) => _mul_Tensor.Call(right, left);
        public static Tensor operator *(Tensor left, float right) => _mul_Tensor.Call(left, (double)right);
        public static Tensor operator *(float left, Tensor right) => _mul_Tensor.Call(right, (double)left);
        public static Tensor operator *(Tensor left, double right) => _mul_Tensor.Call(left, right);
        public static Tensor operator *(double left, Tensor right) => _mul_Tensor.Call(right, left);

        public static Tensor operator /(Tensor left, Tensor right) => div_op.Call(left, right);
        public static Tensor operator /(Tensor left, Scalar right) => div_op.Call(left, right);
        public static Tensor operator /(Scalar left, Tensor right) => Over(left, right);
        public static Tensor operator /(Tensor left, int right) => div_op.Call(left, (long)right);
        public static Tensor operator /(int left, Tensor right) => Over((long)left, right);
        public static Tensor operator /(Tensor left, long right) => div_op.Call(left, right);
        public static Tensor operator /(long left, Tensor right) => Over(left, right);
        public static Tensor operator /(Tensor left, float right) => div_op.Call(left, (double)right);
        public static Tensor operator /(float left, Tensor right) => Over((double)left, right);
        public static Tensor operator /(Tensor left, double right) => div_op.Call(left, right);
        public static Tensor operator /(double left, Tensor right) => Over(left, right);

        public static Tensor operator %(Tensor left, Tensor right) => left.remainder(right);
        public static Tensor operator %(Tensor left, Scalar right) => left.remainder(right);
        public static Tensor operator %(Tensor left, int right) => left.remainder(right);
        public static Tensor operator %(Tensor left, long right) => left.remainder(right);
        public static Tensor operator %(Tensor left, float right) => left.remainder(right);
        public static Tensor operator %(Tensor left, double right) => left.remainder(right);

        public static Tensor operator &(Tensor left, Tensor right) => left.bitwise_and(right);
        public static Tensor operator |(Tensor left, Tensor right) => left.bitwise_or(right);
        public static Tensor operator ^(Tensor left, Tensor right) => left.bitwise_xor(right);
        public static Tensor operator ~(Tensor left) => left.bitwise_not();

        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);
        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);
        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);
        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);
        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);
        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);
        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);
        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);
        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);
        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);
        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);
        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);
        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);
        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);
        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);
        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);
        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);
        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);

        public bool Equals(Tensor target) => shape.AsSpan().SequenceEqual(target.shape) && _equal.CallValue(this, target).Bits != 0;

        public override bool Equals(object? obj) => obj is Tensor tensor && Equals(tensor);

        public override int GetHashCode() => HashCode.Combine(Handle);

        private static Tensor Over(Arg numerator, Tensor denominator)
        {
            using var reciprocal = denominator.reciprocal();
            return _mul_Tensor.Call(reciprocal, numerator);
        }

        private Tensor Divide(Arg divisor, RoundingMode mode) =>
            mode == RoundingMode.None ? div_op.Call(this, divisor) : _div_Tensor_mode.Call(this, divisor, Rounding(mode));

        private static Arg Rounding(RoundingMode mode) => mode switch
        {
            RoundingMode.trunc => "trunc",
            RoundingMode.floor => "floor",
            _ => Arg.None,
        };

        private static Arg Dims(int? dim) => dim is { } d ? new long[] { d } : Arg.None;

        private static Tensor As(Tensor tensor, ScalarType? type)
        {
            if (type is not { } wanted || wanted == tensor.dtype) return tensor;
            using (tensor) return tensor.to(wanted);
        }

        private static Tensor To(Tensor result, Tensor? destination)
        {
            if (destination is null) return result;
            using (result) return destination.copy_(result);
        }
    }
}
