namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => _sum.Call(this, type); private static readonly Op _sum = "sum";
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            _sum_dim_IntList.Call(this, new[] { dim }, keepdim, type);
        private static readonly Op _sum_dim_IntList = "sum.dim_IntList";
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            _sum_dim_IntList.Call(this, new[] { dim0, dim1 }, keepdim, type);
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            _sum_dim_IntList.Call(this, new[] { dim0, dim1, dim2 }, keepdim, type);
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => _sum_dim_IntList.Call(this, dim, keepdim, type);
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            _sum_dim_IntList.Call(this, dim, keepdim, type);
        public Tensor nansum() => _nansum.Call(this); private static readonly Op _nansum = "nansum";
        public Tensor mean() => _mean.Call(this); private static readonly Op _mean = "mean";
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            _mean_dim.Call(this, dimensions, keepdim, type);
        private static readonly Op _mean_dim = "mean.dim";
        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            _nanmean.Call(this, Dims(dim), keepdim, dtype);
        private static readonly Op _nanmean = "nanmean";
        public Tensor prod(ScalarType? type = null) => _prod.Call(this, type); private static readonly Op _prod = "prod";
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => _prod_dim_int.Call(this, dim, keepdim, type);
        private static readonly Op _prod_dim_int = "prod.dim_int";
        public Tensor std(bool unbiased = true) => _std.Call(this, unbiased); private static readonly Op _std = "std";
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim], unbiased, keepdim, type);
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(_std_dim.Call(this, dimensions, unbiased, keepdim), type);
        private static readonly Op _std_dim = "std.dim";
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(_std_dim.Call(this, dimensions, unbiased, keepdim), type);
        public Tensor var(bool unbiased = true) => _var.Call(this, unbiased); private static readonly Op _var = "var";
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim], unbiased, keepdim, type);
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(_var_dim.Call(this, dimensions, unbiased, keepdim), type);
        private static readonly Op _var_dim = "var.dim";
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(_var_dim.Call(this, dimensions, unbiased, keepdim), type);
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => _std_mean.Call2(this, unbiased);
        private static readonly Op _std_mean = "std_mean";
        public (Tensor var, Tensor mean) var_mean(bool unbiased = true) => _var_mean.Call2(this, unbiased);
        private static readonly Op _var_mean = "var_mean";
        public Tensor min() => _min.Call(this); private static readonly Op _min = "min";
        public Tensor max() => _max.Call(this); private static readonly Op _max = "max";
        public Tensor min(Tensor other) => minimum(other);
        public Tensor max(Tensor other) => maximum(other);
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => _min_dim.Call2(this, dim, keepdim);
        private static readonly Op _min_dim = "min.dim";
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => _max_dim.Call2(this, dim, keepdim);
        private static readonly Op _max_dim = "max.dim";
        public Tensor amin(params long[] dims) => _amin.Call(this, dims); private static readonly Op _amin = "amin";
        public Tensor amax(params long[] dims) => _amax.Call(this, dims); private static readonly Op _amax = "amax";
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => To(_amin.Call(this, dims, keepdim), @out);
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => To(_amax.Call(this, dims, keepdim), @out);
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => To(_amin.Call(this, dims, keepdim), @out);
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => To(_amax.Call(this, dims, keepdim), @out);
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => _aminmax.Call2(this, dim, keepdim);
        private static readonly Op _aminmax = "aminmax";
        public Tensor argmax() => _argmax.Call(this); private static readonly Op _argmax = "argmax";
        public Tensor argmin() => _argmin.Call(this); private static readonly Op _argmin = "argmin";
        public Tensor argmax(long dim, bool keepdim = false) => _argmax.Call(this, dim, keepdim);
        public Tensor argmin(long dim, bool keepdim = false) => _argmin.Call(this, dim, keepdim);
        public Tensor all() => _all.Call(this); private static readonly Op _all = "all";
        public Tensor any() => _any.Call(this); private static readonly Op _any = "any";
        public Tensor all(long dim, bool keepdim = false) => _all_dim.Call(this, dim, keepdim);
        private static readonly Op _all_dim = "all.dim";
        public Tensor any(long dim, bool keepdim = false) => _any_dim.Call(this, dim, keepdim);
        private static readonly Op _any_dim = "any.dim";
        public Tensor cumsum(long dim, ScalarType? type = null) => _cumsum.Call(this, dim, type);
        private static readonly Op _cumsum = "cumsum";
        public Tensor cumprod(long dim, ScalarType? type = null) => _cumprod.Call(this, dim, type);
        private static readonly Op _cumprod = "cumprod";
        public (Tensor values, Tensor indexes) cummax(long dim) => _cummax.Call2(this, dim); private static readonly Op _cummax = "cummax";
        public (Tensor values, Tensor indexes) cummin(long dim) => _cummin.Call2(this, dim); private static readonly Op _cummin = "cummin";
        public Tensor logsumexp(long dim, bool keepdim = false) => _logsumexp.Call(this, new[] { dim }, keepdim);
        private static readonly Op _logsumexp = "logsumexp";
        public Tensor logcumsumexp(long dim) => _logcumsumexp.Call(this, dim); private static readonly Op _logcumsumexp = "logcumsumexp";
        public Tensor median() => _median.Call(this); private static readonly Op _median = "median";
        public Tensor nanmedian() => _nanmedian.Call(this); private static readonly Op _nanmedian = "nanmedian";
        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false) => _mode.Call2(this, dim, keepdim);
        private static readonly Op _mode = "mode";
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => _quantile.Call(this, q, dim, keepdim);
        private static readonly Op _quantile = "quantile";
        public Tensor norm(float p = 2f) => _norm_ScalarOpt_dim.Call(this, (double)p, Array.Empty<long>());
        private static readonly Op _norm_ScalarOpt_dim = "norm.ScalarOpt_dim";
        public Tensor norm(int dim, bool keepdim = false, float p = 2f) =>
            _norm_ScalarOpt_dim.Call(this, (double)p, new[] { (long)dim }, keepdim);
        public Tensor count_nonzero(long[]? dims = null) => _count_nonzero_dim_IntList.Call(this, dims ?? []);
        private static readonly Op _count_nonzero_dim_IntList = "count_nonzero.dim_IntList";
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) =>
            _kthvalue.Call2(this, k, dim ?? -1, keepdim);
        private static readonly Op _kthvalue = "kthvalue";
    }
}
