using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        public abstract unsafe class Function<T> where T : Function<T>, new()
        {
            private static readonly T shared = new();
            private static readonly Func<AutogradContext, List<Tensor>, List<Tensor>> backward = shared.Backward;

            public abstract string Name { get; }

            internal abstract List<Tensor> Forward(AutogradContext context, object[] vars);

            internal abstract List<Tensor> Backward(AutogradContext context, List<Tensor> gradients);

            public static List<Tensor> apply_internal(params object[] vars)
            {
                var call = new FunctionCall(shared.Name, backward, vars);
                var inputs = new IntPtr[call.TensorCount];
                var next = 0;
                foreach (var value in vars)
                    if (value is Tensor tensor) inputs[next++] = tensor.Handle;
                fixed (IntPtr* i = inputs)
                {
                    IntPtr address;
                    var node = Shim.Check(Shim.lt_node(i, inputs.Length, &FunctionCall.RunBackward, &FunctionCall.Release,
                        GCHandle.ToIntPtr(GCHandle.Alloc(call)), &address));
                    try
                    {
                        call.Context.Node = address;
                        List<Tensor> raw;
                        using (no_grad()) raw = shared.Forward(call.Context, vars);
                        return Finish(node, call.Context, i, inputs.Length, raw);
                    }
                    finally
                    {
                        Shim.lt_node_done(node);
                        GC.KeepAlive(vars);
                    }
                }
            }

            private static List<Tensor> Finish(IntPtr node, AutogradContext context, IntPtr* inputs, int inputCount, List<Tensor> raw)
            {
                var outs = Handles(raw);
                var dirty = Handles(context.Dirty);
                var constant = Handles(context.Constant);
                var saved = Handles(context.Saved);
                fixed (IntPtr* o = outs, d = dirty, c = constant, s = saved)
                {
                    Shim.Check(Shim.lt_node_finish(node, inputs, inputCount, o, outs.Length, d, dirty.Length, c, constant.Length, s,
                        saved.Length, context.MaterializeGrads ? 1 : 0));
                }
                GC.KeepAlive(raw);
                GC.KeepAlive(context.Saved);
                context.SavedCount = saved.Length;
                // The node holds them from here on; a reference from its context would be a cycle that is never freed.
                (context.Saved, context.Dirty, context.Constant) = ([], [], []);
                return FunctionCall.Take(outs);
            }
        }
    }
}
