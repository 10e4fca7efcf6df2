using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false,
        string[]? names = null) => Finish(Shared(rawArray, TypeOf(rawArray), dtype, device), requires_grad, names);

    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) =>
        Shared(data, TypeOf(data), dtype, device);

    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) =>
        data.to(dtype ?? data.dtype, device ?? data.device);

    private static ScalarType TypeOf(Array array) => ScalarTypeOf(array.GetType().GetElementType()!);

    internal static ScalarType ScalarTypeOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => ScalarType.Bool,
        TypeCode.Byte => ScalarType.Byte,
        TypeCode.SByte => ScalarType.Int8,
        TypeCode.Int16 => ScalarType.Int16,
        TypeCode.Int32 => ScalarType.Int32,
        TypeCode.Int64 => ScalarType.Int64,
        TypeCode.Single => ScalarType.Float32,
        TypeCode.Double => ScalarType.Float64,
        _ => throw new NotSupportedException($"The type {type} is not supported."),
    };

    private static Tensor Literal<T>(T value, ScalarType own, ScalarType? dtype, Device? device, bool requires_grad) where T : unmanaged =>
        Literal<T>([value], [], own, dtype, device, requires_grad, null);

    private static Tensor Literal<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> dimensions, ScalarType own, ScalarType? dtype,
        Device? device, bool requires_grad, string[]? names) where T : unmanaged
    {
        long total = 1;
        foreach (var d in dimensions) total *= d;
        if (total != values.Length)
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {values.Length} elements for {total}.");
        IntPtr handle;
        fixed (T* data = values)
        fixed (long* sizes = dimensions)
        {
            handle = Shim.Check(Shim.lt_copy_of(data, sizes, dimensions.Length, (int)own, (long)values.Length * sizeof(T)));
        }
        return Finish(Converted(new Tensor(handle, Units(values.Length, sizeof(T))), own, dtype, device), requires_grad, names);
    }

    private static int Units(long count, int size) => (int)Math.Min(count * size / 64, int.MaxValue);

    private static Tensor Converted(Tensor tensor, ScalarType own, ScalarType? dtype, Device? device)
    {
        if ((dtype is null || dtype == own) && device is null or { type: DeviceType.CPU }) return tensor;
        using (tensor) return tensor.to(dtype ?? own, device ?? CPU);
    }

    /// <summary>A tensor over the array's own memory, which stays pinned as long as the tensor lives.</summary>
    private static Tensor Shared(Array array, ScalarType own, ScalarType? dtype, Device? device)
    {
        var pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        IntPtr handle;
        fixed (long* sizes = Lengths(array))
        {
            handle = Shim.lt_share((void*)pin.AddrOfPinnedObject(), sizes, array.Rank, (int)own, &Unpin, GCHandle.ToIntPtr(pin));
        }
        if (handle == 0)
        {
            pin.Free();
            throw Shim.Failure();
        }
        return Converted(new Tensor(handle), own, dtype, device);
    }

    [UnmanagedCallersOnly]
    private static void Unpin(IntPtr pin) => GCHandle.FromIntPtr(pin).Free();

    private static long[] Lengths(Array array)
    {
        var lengths = new long[array.Rank];
        for (var d = 0; d < lengths.Length; d++) lengths[d] = array.GetLongLength(d);
        return lengths;
    }

    private static ReadOnlySpan<T> Elements<T>(Array array) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    private static ReadOnlySpan<T> Elements<T>(IList<T> list) => list switch
    {
        T[] array => array,
        List<T> known => CollectionsMarshal.AsSpan(known),
        _ => list.ToArray(),
    };
}
