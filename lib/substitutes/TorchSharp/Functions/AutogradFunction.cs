using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        public abstract unsafe class Function<T> where T : Function<T>, new()
        {
            private static readonly T shared = new();

            public abstract string Name { get; }

            internal abstract List<Tensor> Forward(AutogradContext context, object[] vars);

            internal abstract List<Tensor> Backward(AutogradContext context, List<Tensor> gradients);

            public static List<Tensor> apply_internal(params object[] vars)
            {
                var inputs = vars.OfType<Tensor>().ToArray();
                var call = new FunctionCall(shared.Name, shared.Backward, Array.ConvertAll(vars, v => v is Tensor));
                var ins = Handles(inputs);
                fixed (IntPtr* i = ins)
                {
                    var node = Shim.Check(Shim.lt_node(i, ins.Length, &FunctionCall.RunBackward, &FunctionCall.Release,
                        GCHandle.ToIntPtr(GCHandle.Alloc(call))));
                    try
                    {
                        call.Context.Node = Shim.lt_node_address(node);
                        List<Tensor> raw;
                        using (no_grad()) raw = shared.Forward(call.Context, vars);
                        return Finish(node, call.Context, i, ins.Length, raw);
                    }
                    finally
                    {
                        Shim.lt_node_done(node);
                        GC.KeepAlive(inputs);
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
                return [.. outs.Select(handle => new Tensor(handle))];
            }
        }
    }
}
