using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What a node of the graph needs to run managed code: it lives as long as the node does.</summary>
internal sealed unsafe class FunctionCall
{
    internal readonly autograd.AutogradContext Context = new();
    internal readonly int TensorCount;
    private readonly string name;
    private readonly Func<autograd.AutogradContext, List<Tensor>, List<Tensor>> backward;
    private readonly bool[] isTensor;

    internal FunctionCall(string name, Func<autograd.AutogradContext, List<Tensor>, List<Tensor>> backward, object[] vars)
    {
        (this.name, this.backward, isTensor) = (name, backward, new bool[vars.Length]);
        for (var i = 0; i < vars.Length; i++)
            if (isTensor[i] = vars[i] is Tensor) TensorCount++;
    }

    /// <summary>Tensors that take over the references.</summary>
    internal static List<Tensor> Take(ReadOnlySpan<IntPtr> handles)
    {
        var tensors = new List<Tensor>(handles.Length);
        foreach (var handle in handles) tensors.Add(new Tensor(handle));
        return tensors;
    }

    [UnmanagedCallersOnly]
    internal static void Release(IntPtr context)
    {
        var handle = GCHandle.FromIntPtr(context);
        ((FunctionCall)handle.Target!).Context.Node = 0;
        handle.Free();
    }

    // An exception must not cross libtorch: its message does.
    [UnmanagedCallersOnly]
    internal static int RunBackward(IntPtr context, IntPtr* gradients, int count, IntPtr* results, int resultCount)
    {
        try
        {
            var call = (FunctionCall)GCHandle.FromIntPtr(context).Target!;
            call.Run(Take(new(gradients, count)), results);
            return 0;
        }
        catch (Exception exception)
        {
            fixed (byte* message = Encoding.UTF8.GetBytes(exception.Message + "\0")) Shim.lt_set_error(message);
            return -1;
        }
    }

    private void Run(List<Tensor> gradients, IntPtr* results)
    {
        var found = backward(Context, gradients);
        if (found.Count != isTensor.Length)
            throw new InvalidOperationException($"{name} returned {found.Count} gradients for {isTensor.Length} arguments of its forward.");
        // All are looked at before any is handed over: what was handed over before an exception nobody would free.
        for (var i = 0; i < found.Count; i++)
            if (!isTensor[i] && found[i] is { IsInvalid: false })
                throw new InvalidOperationException($"{name} returned a gradient at position {i + 1}, where the argument of its forward is no tensor.");
        var next = 0;
        for (var i = 0; i < found.Count; i++)
        {
            if (!isTensor[i]) continue;
            results[next++] = found[i] is { IsInvalid: false } gradient ? Shim.lt_alias(gradient.Handle) : 0;
            GC.KeepAlive(found[i]);
        }
    }
}
