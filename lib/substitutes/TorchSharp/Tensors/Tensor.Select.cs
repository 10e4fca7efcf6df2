namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor gather(long dim, Tensor index) => _gather.Call(this, dim, index); private static readonly Op _gather = "gather";
        public Tensor scatter(long dim, Tensor index, Tensor src) => _scatter_src.Call(this, dim, index, src);
        private static readonly Op _scatter_src = "scatter.src";
        public Tensor scatter_(long dim, Tensor index, Tensor src) => _scatter__src.Into(this, dim, index, src);
        private static readonly Op _scatter__src = "scatter_.src";
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => _scatter_add.Call(this, dim, index, src);
        private static readonly Op _scatter_add = "scatter_add";
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => _scatter_add_.Into(this, dim, index, src);
        private static readonly Op _scatter_add_ = "scatter_add_";
        public Tensor index_select(long dim, Tensor index) => _index_select.Call(this, dim, index);
        private static readonly Op _index_select = "index_select";
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => _index_add.Call(this, dim, index, source, alpha);
        private static readonly Op _index_add = "index_add";
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) => _index_add_.Into(this, dim, index, source, alpha);
        private static readonly Op _index_add_ = "index_add_";
        public Tensor index_copy(long dim, Tensor index, Tensor source) => _index_copy.Call(this, dim, index, source);
        private static readonly Op _index_copy = "index_copy";
        public Tensor index_copy_(long dim, Tensor index, Tensor source) => _index_copy_.Into(this, dim, index, source);
        private static readonly Op _index_copy_ = "index_copy_";
        public Tensor index_fill(long dim, Tensor index, Scalar value) => _index_fill_int_Scalar.Call(this, dim, index, value);
        private static readonly Op _index_fill_int_Scalar = "index_fill.int_Scalar";
        public Tensor index_fill_(long dim, Tensor index, Scalar value) => _index_fill__int_Scalar.Into(this, dim, index, value);
        private static readonly Op _index_fill__int_Scalar = "index_fill_.int_Scalar";
        public Tensor masked_fill(Tensor mask, Scalar value) => _masked_fill_Scalar.Call(this, mask, value);
        private static readonly Op _masked_fill_Scalar = "masked_fill.Scalar";
        public Tensor masked_fill_(Tensor mask, Scalar value) => _masked_fill__Scalar.Into(this, mask, value);
        private static readonly Op _masked_fill__Scalar = "masked_fill_.Scalar";
        public Tensor masked_select(Tensor mask) => _masked_select.Call(this, mask);
        private static readonly Op _masked_select = "masked_select";
        public Tensor masked_scatter(Tensor mask, Tensor value) => _masked_scatter.Call(this, mask, value);
        private static readonly Op _masked_scatter = "masked_scatter";
        public Tensor where(Tensor condition, Tensor y) => _where.Call(condition, this, y);
        private static readonly Op _where = "where.self";
        public Tensor take(Tensor index) => _take.Call(this, index); private static readonly Op _take = "take";
        public Tensor take_along_dim(Tensor indices, long dim) => _take_along_dim.Call(this, indices, dim);
        private static readonly Op _take_along_dim = "take_along_dim";
        public Tensor nonzero() => _nonzero.Call(this); private static readonly Op _nonzero = "nonzero";
        public Tensor argwhere() => _argwhere.Call(this); private static readonly Op _argwhere = "argwhere";
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            _sort_stable.Call2(this, stable, dim, descending);
        private static readonly Op _sort_stable = "sort.stable";
        public Tensor argsort(long dim = -1, bool descending = false) => _argsort.Call(this, dim, descending);
        private static readonly Op _argsort = "argsort";
        public Tensor msort() => _msort.Call(this); private static readonly Op _msort = "msort";
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            _topk.Call2(this, (long)k, (long)dim, largest, sorted);
        private static readonly Op _topk = "topk";
        public Tensor bincount(Tensor? weights, long minlength = 0) => _bincount.Call(this, weights, minlength);
        private static readonly Op _bincount = "bincount";
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) =>
            _bucketize_Tensor.Call(this, boundaries, outInt32, right);
        private static readonly Op _bucketize_Tensor = "bucketize.Tensor";
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => _histc.Call(this, bins, min, max);
        private static readonly Op _histc = "histc";
    }

    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) => input.argsort(dim, descending);
    public static Tensor argwhere(Tensor input) => input.argwhere();
    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) => input.bincount(weights, minlength);
    public static Tensor bucketize(Tensor input, Tensor boundaries, bool outInt32 = false, bool right = false) =>
        input.bucketize(boundaries, outInt32, right);
    public static Tensor gather(Tensor input, long dim, Tensor index) => input.gather(dim, index);
    public static Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0) => input.histc(bins, min, max);
    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        input.index_add(dim, index, source, alpha);
    public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        input.index_add_(dim, index, source, alpha);
    public static Tensor index_copy(Tensor input, long dim, Tensor index, Tensor source) => input.index_copy(dim, index, source);
    public static Tensor index_copy_(Tensor input, long dim, Tensor index, Tensor source) => input.index_copy_(dim, index, source);
    public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) => input.index_fill(dim, index, value);
    public static Tensor index_fill_(Tensor input, long dim, Tensor index, Scalar value) => input.index_fill_(dim, index, value);
    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);
    public static Tensor masked_select(Tensor input, Tensor mask) => input.masked_select(mask);
    public static Tensor msort(Tensor tensor) => tensor.msort();
    public static Tensor nonzero(Tensor input) => input.nonzero();
    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => input.scatter(dim, index, src);
    public static Tensor scatter_(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_(dim, index, src);
    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_add(dim, index, src);
    public static Tensor scatter_add_(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_add_(dim, index, src);
    public static (Tensor values, Tensor indices) sort(Tensor input, long dim = -1, bool descending = false, bool stable = false) =>
        input.sort(dim, descending, stable);
    public static Tensor take(Tensor input, Tensor index) => input.take(index);
    public static Tensor take_along_dim(Tensor input, Tensor indices, long dim = 0) => input.take_along_dim(indices, dim);
    public static (Tensor values, Tensor indices) topk(Tensor tensor, int k, int dim = -1, bool largest = true, bool sorted = true) =>
        tensor.topk(k, dim, largest, sorted);
}
