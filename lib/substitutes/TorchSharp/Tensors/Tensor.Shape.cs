namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor reshape(params long[] shape) => _reshape.Call(this, shape); private static readonly Op _reshape = "reshape";
        public Tensor view(params long[] shape) => _view.Call(this, shape); private static readonly Op _view = "view";
        public Tensor view_as(Tensor other) => _view_as.Call(this, other); private static readonly Op _view_as = "view_as";
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => _flatten_using_ints.Call(this, start_dim, end_dim);
        private static readonly Op _flatten_using_ints = "flatten.using_ints";
        public Tensor unflatten(long dim, params long[] sizes) => _unflatten_int.Call(this, dim, sizes);
        private static readonly Op _unflatten_int = "unflatten.int";
        public Tensor ravel() => _ravel.Call(this); private static readonly Op _ravel = "ravel";
        public Tensor permute(params long[] permutation) => _permute.Call(this, permutation);
        private static readonly Op _permute = "permute";
        public Tensor permute(IEnumerable<long> permutation) => _permute.Call(this, permutation.ToArray());
        public Tensor transpose(long dim0, long dim1) => _transpose_int.Call(this, dim0, dim1);
        private static readonly Op _transpose_int = "transpose.int";
        public Tensor transpose_(long dim0, long dim1) => _transpose_.Into(this, dim0, dim1);
        private static readonly Op _transpose_ = "transpose_";
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);
        public Tensor movedim(long[] source, long[] destination) => _movedim_intlist.Call(this, source, destination);
        private static readonly Op _movedim_intlist = "movedim.intlist";
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);
        public Tensor t() => _t.Call(this); private static readonly Op _t = "t";
        public Tensor squeeze(long? dim = null) => dim is { } d ? _squeeze_dim.Call(this, d) : _squeeze.Call(this);
        private static readonly Op _squeeze_dim = "squeeze.dim";
        private static readonly Op _squeeze = "squeeze";
        public Tensor unsqueeze(long dim) => _unsqueeze.Call(this, dim); private static readonly Op _unsqueeze = "unsqueeze";
        public Tensor unsqueeze_(long dim) => _unsqueeze_.Into(this, dim); private static readonly Op _unsqueeze_ = "unsqueeze_";
        public Tensor expand(params long[] sizes) => _expand.Call(this, sizes); private static readonly Op _expand = "expand";
        public Tensor expand(long[] sizes, bool isImplicit = false) => _expand.Call(this, sizes, isImplicit);
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => _expand.Call(this, sizes, isImplicit);
        public Tensor expand_as(Tensor other) => _expand_as.Call(this, other); private static readonly Op _expand_as = "expand_as";
        public Tensor broadcast_to(params long[] shape) => _broadcast_to.Call(this, shape);
        private static readonly Op _broadcast_to = "broadcast_to";
        public Tensor repeat(params long[] sizes) => _repeat.Call(this, sizes); private static readonly Op _repeat = "repeat";
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            _repeat_interleave_self_int.Call(this, repeats, dim);
        private static readonly Op _repeat_interleave_self_int = "repeat_interleave.self_int";
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            _repeat_interleave_self_Tensor.Call(this, repeats, dim);
        private static readonly Op _repeat_interleave_self_Tensor = "repeat_interleave.self_Tensor";
        public Tensor tile(long[] reps) => _tile.Call(this, reps); private static readonly Op _tile = "tile";
        public Tensor flip(params long[] dims) => _flip.Call(this, dims); private static readonly Op _flip = "flip";
        public Tensor fliplr() => _fliplr.Call(this); private static readonly Op _fliplr = "fliplr";
        public Tensor flipud() => _flipud.Call(this); private static readonly Op _flipud = "flipud";
        public Tensor roll(long shifts, long? dims = null) =>
            _roll.Call(this, new[] { shifts }, dims is { } d ? new[] { d } : Array.Empty<long>());
        private static readonly Op _roll = "roll";
        public Tensor roll(long[] shifts, long[] dims) => _roll.Call(this, shifts, dims);
        public Tensor roll(long[] shifts) => _roll.Call(this, shifts);
        public Tensor rot90(long k = 1, (long, long)? dims = null) => _rot90.Call(this, k, new[] { dims?.Item1 ?? 0, dims?.Item2 ?? 1 });
        private static readonly Op _rot90 = "rot90";
        public Tensor tril(long diagonal = 0) => _tril.Call(this, diagonal); private static readonly Op _tril = "tril";
        public Tensor triu(long diagonal = 0) => _triu.Call(this, diagonal); private static readonly Op _triu = "triu";
        public Tensor tril_(long diagonal = 0) => _tril_.Into(this, diagonal); private static readonly Op _tril_ = "tril_";
        public Tensor triu_(long diagonal = 0) => _triu_.Into(this, diagonal); private static readonly Op _triu_ = "triu_";
        public Tensor diag(long diagonal = 0) => _diag.Call(this, diagonal); private static readonly Op _diag = "diag";
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => _diagonal.Call(this, offset, dim1, dim2);
        private static readonly Op _diagonal = "diagonal";
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) => _diag_embed.Call(this, offset, dim1, dim2);
        private static readonly Op _diag_embed = "diag_embed";
        public Tensor diagflat(long offset = 0) => _diagflat.Call(this, offset); private static readonly Op _diagflat = "diagflat";
        public Tensor narrow(long dim, long start, long length) => _narrow.Call(this, dim, start, length);
        private static readonly Op _narrow = "narrow";
        public Tensor select(long dim, long index) => _select_int.Call(this, dim, index);
        private static readonly Op _select_int = "select.int";
        public Tensor slice(long dim, long start, long finish, long step) => _slice_Tensor.Call(this, dim, start, finish, step);
        private static readonly Op _slice_Tensor = "slice.Tensor";
        public Tensor unfold(long dimension, long size, long step) => _unfold.Call(this, dimension, size, step);
        private static readonly Op _unfold = "unfold";
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) =>
            _as_strided.Call(this, size, strides, storageOffset);
        private static readonly Op _as_strided = "as_strided";
        public Tensor[] unbind(long dimension = 0) => _unbind_int.CallMany(this, dimension);
        private static readonly Op _unbind_int = "unbind.int";
        public Tensor[] split(long size, int dim = 0) => _split_Tensor.CallMany(this, size, (long)dim);
        private static readonly Op _split_Tensor = "split.Tensor";
        public Tensor[] split(long[] sizes, long dim = 0) => _split_with_sizes.CallMany(this, sizes, dim);
        private static readonly Op _split_with_sizes = "split_with_sizes";
        public Tensor[] split(params long[] sizes) => _split_with_sizes.CallMany(this, sizes);
        public Tensor[] chunk(long chunks, long dim = 0) => _chunk.CallMany(this, chunks, dim); private static readonly Op _chunk = "chunk";
        public Tensor[] tensor_split(long size, long dim = 0) => _tensor_split_sections.CallMany(this, size, dim);
        private static readonly Op _tensor_split_sections = "tensor_split.sections";
        public Tensor[] tensor_split(long[] sizes, long dim = 0) => _tensor_split_indices.CallMany(this, sizes, dim);
        private static readonly Op _tensor_split_indices = "tensor_split.indices";
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            _diff.Call(this, n, dim, prepend, append);
        private static readonly Op _diff = "diff";
        public Tensor contiguous() => _contiguous.Call(this); private static readonly Op _contiguous = "contiguous";
        public Tensor clone() => _clone.Call(this); private static readonly Op _clone = "clone";
        public Tensor detach() => _detach.Call(this); private static readonly Op _detach = "detach";
        public Tensor detach_() => _detach_.Into(this); private static readonly Op _detach_ = "detach_";
    }
}
