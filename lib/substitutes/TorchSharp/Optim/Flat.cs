using System.Numerics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Tensors as plain memory, for the passes that take several operators at once.</summary>
internal static class Flat
{
    /// <summary>Whether both are floating point numbers of one type, in order, in the processor's memory.</summary>
    public static bool Fits(Tensor first, Tensor second) =>
        first.dtype is ScalarType.Float32 or ScalarType.Float64 && first.dtype == second.dtype && first.is_cpu() && first.is_contiguous() && second.is_contiguous();

    public static Span<T> Numbers<T>(Tensor tensor) where T : unmanaged => MemoryMarshal.Cast<byte, T>(tensor.bytes);

    /// <summary>As many whole vectors as there are.</summary>
    public static Span<Vector<T>> Vectors<T>(Span<T> numbers) where T : unmanaged => MemoryMarshal.Cast<T, Vector<T>>(numbers);
}
