namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => _eq_Tensor.Call(this, target); private static readonly Op _eq_Tensor = "eq.Tensor";
        public Tensor eq(Scalar target) => _eq_Scalar.Call(this, target); private static readonly Op _eq_Scalar = "eq.Scalar";
        public Tensor ne(Tensor target) => _ne_Tensor.Call(this, target); private static readonly Op _ne_Tensor = "ne.Tensor";
        public Tensor ne(Scalar target) => _ne_Scalar.Call(this, target); private static readonly Op _ne_Scalar = "ne.Scalar";
        public Tensor lt(Tensor target) => _lt_Tensor.Call(this, target); private static readonly Op _lt_Tensor = "lt.Tensor";
        public Tensor lt(Scalar target) => _lt_Scalar.Call(this, target); private static readonly Op _lt_Scalar = "lt.Scalar";
        public Tensor le(Tensor target) => _le_Tensor.Call(this, target); private static readonly Op _le_Tensor = "le.Tensor";
        public Tensor le(Scalar target) => _le_Scalar.Call(this, target); private static readonly Op _le_Scalar = "le.Scalar";
        public Tensor gt(Tensor target) => _gt_Tensor.Call(this, target); private static readonly Op _gt_Tensor = "gt.Tensor";
        public Tensor gt(Scalar target) => _gt_Scalar.Call(this, target); private static readonly Op _gt_Scalar = "gt.Scalar";
        public Tensor ge(Tensor target) => _ge_Tensor.Call(this, target); private static readonly Op _ge_Tensor = "ge.Tensor";
        public Tensor ge(Scalar target) => _ge_Scalar.Call(this, target); private static readonly Op _ge_Scalar = "ge.Scalar";
        public Tensor not_equal(Tensor target) => ne(target);
        public Tensor less(Tensor target) => lt(target);
        public Tensor less_equal(Tensor target) => le(target);
        public Tensor greater(Tensor target) => gt(target);
        public Tensor greater_equal(Tensor target) => ge(target);
        public Tensor equal(Tensor target) => tensor(_equal.CallValue(this, target).Bits != 0); private static readonly Op _equal = "equal";
        public Tensor logical_and(Tensor other) => _logical_and.Call(this, other); private static readonly Op _logical_and = "logical_and";
        public Tensor logical_or(Tensor other) => _logical_or.Call(this, other); private static readonly Op _logical_or = "logical_or";
        public Tensor logical_xor(Tensor other) => _logical_xor.Call(this, other); private static readonly Op _logical_xor = "logical_xor";
        public Tensor bitwise_and(Tensor other) => _bitwise_and_Tensor.Call(this, other);
        private static readonly Op _bitwise_and_Tensor = "bitwise_and.Tensor";
        public Tensor bitwise_or(Tensor other) => _bitwise_or_Tensor.Call(this, other);
        private static readonly Op _bitwise_or_Tensor = "bitwise_or.Tensor";
        public Tensor bitwise_xor(Tensor other) => _bitwise_xor_Tensor.Call(this, other);
        private static readonly Op _bitwise_xor_Tensor = "bitwise_xor.Tensor";
        public Tensor bitwise_left_shift(Tensor other) => _bitwise_left_shift_Tensor.Call(this, other);
        private static readonly Op _bitwise_left_shift_Tensor = "bitwise_left_shift.Tensor";
        public Tensor bitwise_right_shift(Tensor other) => _bitwise_right_shift_Tensor.Call(this, other);
        private static readonly Op _bitwise_right_shift_Tensor = "bitwise_right_shift.Tensor";
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            _isclose.Call(this, other, rtol, atol, nanEqual);
        private static readonly Op _isclose = "isclose";
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            _allclose.CallValue(this, target, rtol, atol, equal_nan).Bits != 0;
        private static readonly Op _allclose = "allclose";
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            _isin_Tensor_Tensor.Call(this, test_elements, assumeUnique, invert);
        private static readonly Op _isin_Tensor_Tensor = "isin.Tensor_Tensor";
    }

    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
        tensor.allclose(target, rtol, atol, equal_nan);
    public static Tensor bitwise_and(Tensor left, Tensor right) => left.bitwise_and(right);
    public static Tensor bitwise_left_shift(Tensor left, Tensor right) => left.bitwise_left_shift(right);
    public static Tensor bitwise_or(Tensor left, Tensor right) => left.bitwise_or(right);
    public static Tensor bitwise_right_shift(Tensor left, Tensor right) => left.bitwise_right_shift(right);
    public static Tensor bitwise_xor(Tensor left, Tensor right) => left.bitwise_xor(right);
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);
    public static Tensor equal(Tensor tensor, Tensor target) => tensor.equal(target);
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);
    public static Tensor greater(Tensor tensor, Tensor target) => tensor.greater(target);
    public static Tensor greater_equal(Tensor tensor, Tensor target) => tensor.greater_equal(target);
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);
    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
        tensor.isclose(other, rtol, atol, nanEqual);
    public static Tensor isin(Tensor tensor, Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
        tensor.isin(test_elements, assumeUnique, invert);
    public static Tensor le(Tensor left, Tensor right) => left.le(right);
    public static Tensor less(Tensor tensor, Tensor target) => tensor.less(target);
    public static Tensor less_equal(Tensor tensor, Tensor target) => tensor.less_equal(target);
    public static Tensor logical_and(Tensor left, Tensor right) => left.logical_and(right);
    public static Tensor logical_or(Tensor left, Tensor right) => left.logical_or(right);
    public static Tensor logical_xor(Tensor left, Tensor right) => left.logical_xor(right);
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);
    public static Tensor not_equal(Tensor tensor, Tensor target) => tensor.not_equal(target);
}
