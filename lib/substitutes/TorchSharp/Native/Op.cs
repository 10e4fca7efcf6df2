using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>One operator of libtorch ("add.Tensor"), resolved at its first call. Adding one is a field and the line that calls it.</summary>
internal sealed unsafe class Op
{
    private static readonly List<Op> all = [];

    private readonly string name;
    private IntPtr handle;

    private Op(string name)
    {
        this.name = name;
        lock (all) all.Add(this);
    }

    public static implicit operator Op(string name) => new(name);

    internal string Name => name;

    /// <summary>Whether this operator was called since <see cref="Forget"/>: the tests find operators without samples by it.</summary>
    internal bool Called => handle != 0;

    internal static Op[] All { get { lock (all) return [.. all]; } }

    internal void Forget() => handle = 0;

    /// <summary>Calls for the one tensor it returns.</summary>
    internal Tensor Call(params ReadOnlySpan<Arg> args)
    {
        Value result;
        Invoke(args, &result, 1);
        return new Tensor((IntPtr)result.Bits, result.Count);
    }

    internal void Run(params ReadOnlySpan<Arg> args) => Invoke(args, null, 0);

    /// <summary>Calls an operator that changes its first argument, and returns that very object.</summary>
    internal Tensor Into(params ReadOnlySpan<Arg> args)
    {
        Invoke(args, null, 0);
        return (Tensor)args[0].Ref!;
    }

    internal (Tensor, Tensor) Call2(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc Value[2];
        Invoke(args, results, 2);
        return (Take(results[0]), Take(results[1]));
    }

    internal (Tensor, Tensor, Tensor) Call3(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc Value[3];
        Invoke(args, results, 3);
        return (Take(results[0]), Take(results[1]), Take(results[2]));
    }

    internal (Tensor, Tensor, Tensor, Tensor) Call4(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc Value[4];
        Invoke(args, results, 4);
        return (Take(results[0]), Take(results[1]), Take(results[2]), Take(results[3]));
    }

    internal Tensor[] CallMany(params ReadOnlySpan<Arg> args)
    {
        Value result;
        Invoke(args, &result, 1);
        var tensors = new Tensor[result.Count];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new Tensor(((IntPtr*)result.Bits)[i], 0);
        Shim.lt_free((IntPtr)result.Bits);
        return tensors;
    }

    /// <summary>Calls for a number or flag.</summary>
    internal Value CallValue(params ReadOnlySpan<Arg> args)
    {
        Value result;
        Invoke(args, &result, 1);
        return result;
    }

    private static Tensor Take(in Value value) => new((IntPtr)value.Bits, value.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Invoke(ReadOnlySpan<Arg> args, Value* results, int count)
    {
        var op = handle != 0 ? handle : Resolve();
        var values = stackalloc Value[args.Length];
        var lists = false;
        for (var i = 0; i < args.Length; i++)
        {
            ref readonly var arg = ref args[i];
            values[i].Kind = arg.Kind;
            values[i].Bits = arg.Bits;
            lists |= arg.Kind is Kind.Ints or Kind.Doubles or Kind.Tensors or Kind.String or Kind.Complex;
        }
        var returned = lists ? WithLists(op, args, values, results, count) : Shim.lt_call(op, values, args.Length, results, count);
        // The finalizer of an argument must not run before the call is over.
        foreach (ref readonly var arg in args) GC.KeepAlive(arg.Ref);
        if (returned < 0) throw Shim.Failure();
    }

    // Lists are short: they are copied beside the arguments rather than pinned.
    private static int WithLists(IntPtr op, ReadOnlySpan<Arg> args, Value* values, Value* results, int count)
    {
        const int onStack = 64;
        var total = 0;
        foreach (ref readonly var arg in args) total += Length(arg.Ref);
        if (total > onStack)
        {
            var rented = ArrayPool<long>.Shared.Rent(total);
            try
            {
                fixed (long* room = rented) return Fill(op, args, values, results, count, room);
            }
            finally
            {
                ArrayPool<long>.Shared.Return(rented);
            }
        }
        var stack = stackalloc long[onStack];
        return Fill(op, args, values, results, count, stack);
    }

    private static int Length(object? list) => list switch
    {
        long[] ints => ints.Length,
        double[] doubles => doubles.Length,
        Tensor?[] tensors => tensors.Length,
        string text => Encoding.UTF8.GetMaxByteCount(text.Length) / sizeof(long) + 1,
        _ => 0,
    };

    private static int Fill(IntPtr op, ReadOnlySpan<Arg> args, Value* values, Value* results, int count, long* room)
    {
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i].Ref)
            {
                case long[] ints:
                    ints.CopyTo(new Span<long>(room, ints.Length));
                    values[i].Count = ints.Length;
                    break;
                case double[] doubles:
                    doubles.CopyTo(new Span<double>(room, doubles.Length));
                    values[i].Count = doubles.Length;
                    break;
                case Tensor?[] tensors:
                    for (var j = 0; j < tensors.Length; j++) room[j] = tensors[j] is { } t ? t.Handle : 0;
                    values[i].Count = tensors.Length;
                    break;
                case string text:
                    values[i].Count = Encoding.UTF8.GetBytes(text, new Span<byte>(room, Length(text) * sizeof(long)));
                    break;
                default:
                    continue;
            }
            values[i].Bits = (long)room;
            room += Length(args[i].Ref);
        }
        return Shim.lt_call(op, values, args.Length, results, count);
    }

    private IntPtr Resolve()
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return handle = dot < 0 ? Shim.FindOperator("aten::" + name, "") : Shim.FindOperator("aten::" + name[..dot], name[(dot + 1)..]);
    }
}
