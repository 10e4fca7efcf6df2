namespace TorchSharp;

public static partial class torch
{
    private static readonly Op arange_op = "arange", arange_start_op = "arange.start_step", linspace_op = "linspace", eye_op = "eye.m";
    private static readonly Op randperm_op = "randperm.generator", normal_op = "normal.Tensor_Tensor", normal_float_op = "normal.float_float";
    private static readonly Op tril_indices_op = "tril_indices", triu_indices_op = "triu_indices", complex_op = "complex";

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(arange_op.Call(stop, dtype, Arg.None, device), requires_grad, null);

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Finish(arange_start_op.Call(start, stop, step, dtype, Arg.None, device), requires_grad, null);

    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => Finish(linspace_op.Call(start, end, steps, dtype, Arg.None, device), requires_grad, null);

    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Finish(eye_op.Call(rows, columns == -1 ? rows : columns, dtype, Arg.None, device), requires_grad, names);

    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        Finish(randperm_op.Call(n, generator, dtype ?? ScalarType.Int64, Arg.None, device), requires_grad, null);

    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Finish(normal_float_op.Call(mean, std, size, generator, dtype, Arg.None, device), requires_grad, names);

    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) => normal_op.Call(mean, std, generator);

    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        tril_indices_op.Call(row, col, offset, dtype, Arg.None, device);

    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        triu_indices_op.Call(row, col, offset, dtype, Arg.None, device);

    public static Tensor complex(Tensor real, Tensor imag) => complex_op.Call(real, imag);

    private static Tensor Make(Op op, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names) =>
        Finish(op.Call(size, dtype, Arg.None, device), requires_grad, names);

    private static Tensor Random(Op op, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad,
        Generator? generator, string[]? names) =>
        Finish(op.Call(size, generator, dtype, Arg.None, device), requires_grad, names);

    private static Tensor Full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype, Device? device, bool requires_grad, string[]? names) =>
        Finish(full_op.Call(size, value, dtype, Arg.None, device), requires_grad, names);

    private static Tensor RandInt(long low, long high, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad,
        Generator? generator, string[]? names) =>
        Finish(randint_op.Call(low, high, size, generator, dtype ?? ScalarType.Int64, Arg.None, device), requires_grad, names);

    private static Tensor Finish(Tensor tensor, bool requires_grad, string[]? names)
    {
        if (names is not null) throw new NotSupportedException("Named dimensions aren't part of this substitute.");
        return requires_grad ? tensor.requires_grad_() : tensor;
    }
}
