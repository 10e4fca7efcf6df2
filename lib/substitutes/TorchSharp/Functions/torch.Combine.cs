namespace TorchSharp;

public static partial class torch
{
    private static readonly Op cat_op = "cat", stack_op = "stack", hstack_op = "hstack", vstack_op = "vstack", dstack_op = "dstack";
    private static readonly Op block_diag_op = "block_diag", meshgrid_op = "meshgrid.indexing", broadcast_tensors_op = "broadcast_tensors";
    private static readonly Op where_op = "where.self", where_indices_op = "where", cdist_op = "cdist", einsum_op = "einsum";
    private static readonly Op tensordot_op = "tensordot", softmax_op = "softmax.int", searchsorted_op = "searchsorted.Tensor";
    private static readonly Op unique_op = "_unique2", unique_dim_op = "unique_dim", combinations_op = "combinations";

    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => cat_op.Call(List(tensors), dim);

    public static Tensor cat(Tensor[] tensors, long dim = 0) => cat_op.Call(List(tensors), dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat_op.Call(tensors.ToArray(), dim);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => stack_op.Call(tensors.ToArray(), dim);

    public static Tensor hstack(params Tensor[] tensors) => hstack_op.Call(List(tensors));

    public static Tensor hstack(IList<Tensor> tensors) => hstack_op.Call(List(tensors));

    public static Tensor vstack(Tensor[] tensors) => vstack_op.Call(List(tensors));

    public static Tensor vstack(IList<Tensor> tensors) => vstack_op.Call(List(tensors));

    public static Tensor dstack(params Tensor[] tensors) => dstack_op.Call(List(tensors));

    public static Tensor block_diag(params Tensor[] tensors) => block_diag_op.Call(List(tensors));

    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") => meshgrid_op.CallMany(tensors.ToArray(), indexing);

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => broadcast_tensors_op.CallMany(List(tensors));

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => where_op.Call(condition, x, y);

    public static Tensor[] where(Tensor condition) => where_indices_op.CallMany(condition);

    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2,
        compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) => cdist_op.Call(x1, x2, p, (long)compute_mode);

    public static Tensor einsum(string equation, params Tensor[] tensors) => einsum_op.Call(equation, List(tensors));

    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => tensordot_op.Call(a, b, dims1, dims2);

    public static Tensor tensordot(Tensor a, Tensor b, (long, long)[] dims) =>
        tensordot(a, b, Array.ConvertAll(dims, d => d.Item1), Array.ConvertAll(dims, d => d.Item2));

    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2)
    {
        var last = new long[dims];
        var first = new long[dims];
        for (var i = 0; i < dims; i++) (last[i], first[i]) = (a.ndim - dims + i, i);
        return tensordot(a, b, last, first);
    }

    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => softmax_op.Call(input, (long)dim, dtype);

    public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null) =>
        searchsorted_op.Call(sorted_sequence, values, out_int32, right, Arg.None, sorter);

    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) =>
        combinations_op.Call(input, (long)r, with_replacement);

    public partial class Tensor
    {
        public (Tensor output, Tensor inverse_indices, Tensor counts) unique(bool sorted = true, bool return_inverse = false,
            bool return_counts = false, int? dim = null) => dim is { } d
            ? unique_dim_op.Call3(this, (long)d, sorted, return_inverse, return_counts)
            : unique_op.Call3(this, sorted, return_inverse, return_counts);
    }

    public static (Tensor output, Tensor inverse_indices, Tensor counts) unique(Tensor input, bool sorted = true,
        bool return_inverse = false, bool return_counts = false, int? dim = null) => input.unique(sorted, return_inverse, return_counts, dim);

    private static Arg List(IList<Tensor> tensors) => (Tensor?[])[.. tensors];
}
