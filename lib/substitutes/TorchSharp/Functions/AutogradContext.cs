namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        public unsafe class AutogradContext : IDisposable
        {
            private Dictionary<string, object>? data;
            internal Tensor[] Saved = [], Dirty = [], Constant = [];
            internal int SavedCount;
            internal IntPtr Node;

            internal AutogradContext() { }

            public bool MaterializeGrads { get; private set; } = true;

            public void save_for_backward(List<Tensor> tensors) => Saved = [.. tensors];

            public List<Tensor> get_saved_variables()
            {
                if (Node == 0) return [];
                var handles = new IntPtr[SavedCount];
                fixed (IntPtr* h = handles) Shim.Check(Shim.lt_node_saved(Node, h));
                return FunctionCall.Take(handles);
            }

            public void save_data(string key, object value) => (data ??= [])[key] = value;

            public object get_data(string key) => data?.GetValueOrDefault(key)!;

            public void mark_dirty(List<Tensor> tensors) => Dirty = [.. tensors];

            public void mark_non_differentiable(List<Tensor> tensors) => Constant = [.. tensors];

            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            protected virtual void Dispose(bool disposing) => data = null;

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }
        }
    }
}
