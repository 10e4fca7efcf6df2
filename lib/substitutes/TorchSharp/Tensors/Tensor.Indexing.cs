using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Op index_op = "index.Tensor", index_put_op = "index_put_";

        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[params long[] indices]
        {
            get => At(indices);
            set => Put(indices, value);
        }

        public Tensor this[long i1] { get => At([i1]); set => Put([i1], value); }

        public Tensor this[long i1, long i2] { get => At([i1, i2]); set => Put([i1, i2], value); }

        public Tensor this[long i1, long i2, long i3] { get => At([i1, i2, i3]); set => Put([i1, i2, i3], value); }

        public Tensor this[long i1, long i2, long i3, long i4] { get => At([i1, i2, i3, i4]); set => Put([i1, i2, i3, i4], value); }

        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => At([i1, i2, i3, i4, i5]);
            set => Put([i1, i2, i3, i4, i5], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => At([i1, i2, i3, i4, i5, i6]);
            set => Put([i1, i2, i3, i4, i5, i6], value);
        }

        public Tensor index(params Tensor[] indices) => index_op.Call(this, (Tensor?[])indices);

        public Tensor index(params TensorIndex[] indices)
        {
            var (view, tensors, views) = Locate(indices);
            try
            {
                return tensors.Length > 0 ? index_op.Call(view, tensors) : view.alias();
            }
            finally
            {
                foreach (var one in views) one.Dispose();
            }
        }

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            var (view, tensors, views) = Locate(indices);
            try
            {
                if (tensors.Length > 0) index_put_op.Run(view, tensors, value, accumulate);
                else if (accumulate) view.add_(value);
                else view.copy_(value);
                return this;
            }
            finally
            {
                foreach (var one in views) one.Dispose();
            }
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            index_put_op.Into(this, (Tensor?[])indices, value, accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var one = ScalarTensor(value);
            return index_put_(one, indices, false);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var one = ScalarTensor(value);
            return index_put_(one, indices, false);
        }

        private Tensor ScalarTensor(Scalar value) => full([], value, dtype, device);

        private Tensor At(ReadOnlySpan<long> indices)
        {
            var current = this;
            for (var d = 0; d < indices.Length; d++)
            {
                var next = current.select(0, indices[d]);
                if (d > 0) current.Dispose();
                current = next;
            }
            return indices.Length == 0 ? alias() : current;
        }

        private void Put(ReadOnlySpan<long> indices, Tensor value)
        {
            using var target = At(indices);
            target.copy_(value);
        }

        /// <summary>Slices and single positions become views; what is left for index tensors is one entry a dimension (null: the whole).</summary>
        private (Tensor view, Tensor?[] tensors, List<Tensor> views) Locate(TensorIndex[] indices)
        {
            var taken = 0L;
            foreach (var index in indices)
            {
                taken += index.Which switch
                {
                    TensorIndex.Case.Single or TensorIndex.Case.Slice => 1,
                    TensorIndex.Case.Tensor => index.Index!.dtype is ScalarType.Bool or ScalarType.Byte ? index.Index.ndim : 1,
                    _ => 0,
                };
            }
            if (taken > ndim) throw new ExternalException($"too many indices for tensor of dimension {ndim}");

            var views = new List<Tensor>();
            var tensors = new List<Tensor?>();
            var view = this;
            var dim = 0L;
            var rest = ndim - taken;
            foreach (var index in indices)
            {
                switch (index.Which)
                {
                    case TensorIndex.Case.Ellipsis:
                        for (; rest > 0; rest--, dim++) tensors.Add(null);
                        break;
                    case TensorIndex.Case.None or TensorIndex.Case.Null:
                        Next(view.unsqueeze(dim++));
                        tensors.Add(null);
                        break;
                    case TensorIndex.Case.Single:
                        Next(view.select(dim, index.Start ?? 0));
                        break;
                    case TensorIndex.Case.Bool:
                        Next(view.unsqueeze(dim++));
                        tensors.Add(Keep(index.Start != 0 ? zeros([1], ScalarType.Int64) : zeros([0], ScalarType.Int64)));
                        break;
                    case TensorIndex.Case.Slice:
                        if (index.Start is not null || index.Stop is not null || index.Step is not null)
                            Next(_slice_Tensor.Call(view, dim, index.Start, index.Stop, index.Step ?? 1));
                        tensors.Add(null);
                        dim++;
                        break;
                    default:
                        tensors.Add(index.Index);
                        dim += index.Index!.dtype is ScalarType.Bool or ScalarType.Byte ? index.Index.ndim : 1;
                        break;
                }
            }
            while (tensors.Count > 0 && tensors[^1] is null) tensors.RemoveAt(tensors.Count - 1);
            return (view, [.. tensors], views);

            void Next(Tensor next) => view = Keep(next);

            Tensor Keep(Tensor tensor)
            {
                views.Add(tensor);
                return tensor;
            }
        }
    }
}
