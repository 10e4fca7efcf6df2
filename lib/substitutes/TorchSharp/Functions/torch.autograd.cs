namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class autograd
    {
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var outs = Handles(outputs);
            var ins = Handles(inputs);
            var grads = Handles(grad_outputs);
            var results = new IntPtr[ins.Length];
            var units = new int[ins.Length];
            fixed (IntPtr* o = outs, i = ins, g = grads, r = results)
            fixed (int* u = units)
            {
                Shim.Check(Shim.lt_grad_of(o, outs.Length, i, ins.Length, g, grads.Length, retain_graph ? 1 : 0, create_graph ? 1 : 0,
                    allow_unused ? 1 : 0, r, u));
            }
            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return [.. results.Select((handle, i) => new Tensor(handle, units[i]))];
        }

        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null,
            bool create_graph = false, IList<Tensor>? inputs = null) =>
            Backward(tensors, grad_tensors, retain_graph ?? create_graph, create_graph, inputs);

        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null,
            bool create_graph = false, IList<Tensor>? inputs = null) =>
            Backward([tensor], grad_tensors, retain_graph ?? create_graph, create_graph, inputs);

        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) => Backward([tensor], [grad_tensor], retain_graph ?? create_graph, create_graph, inputs);

        internal static void Backward(IList<Tensor> tensors, IList<Tensor>? grads, bool retain, bool create, IList<Tensor>? inputs)
        {
            var outs = Handles(tensors);
            var given = Handles(grads);
            var ins = Handles(inputs);
            fixed (IntPtr* o = outs, g = given, i = ins)
            {
                Shim.Check(Shim.lt_backward(o, outs.Length, g, given.Length, retain ? 1 : 0, create ? 1 : 0, i, ins.Length));
            }
            GC.KeepAlive(tensors);
            GC.KeepAlive(grads);
            GC.KeepAlive(inputs);
        }

        private static IntPtr[] Handles(IList<Tensor>? tensors)
        {
            if (tensors is null) return [];
            var handles = new IntPtr[tensors.Count];
            for (var i = 0; i < handles.Length; i++) handles[i] = tensors[i].Handle;
            return handles;
        }
    }
}
