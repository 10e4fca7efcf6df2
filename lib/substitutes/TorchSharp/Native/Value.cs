using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The kinds of native/shim.h.</summary>
internal enum Kind
{
    None = 0, Tensor = 1, Int = 2, Double = 3, Bool = 4, Ints = 5, Doubles = 6, Tensors = 7, String = 8, Device = 9, Generator = 10,
    Complex = 11, Default = 12,
}

/// <summary>One argument or result as native/shim.h lays it out.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Value
{
    internal Kind Kind;
    internal int Count;
    internal long Bits;

    internal readonly double Double => BitConverter.Int64BitsToDouble(Bits);
}

/// <summary>What native/tensor.cpp tells of a tensor.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Meta
{
    internal long* Sizes;
    internal long* Strides;
    internal long Dims;
    internal long Numel;
    internal long Offset;
    internal int Dtype;
    internal int DeviceType;
    internal int DeviceIndex;
    internal int Contiguous;
}
