using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    public static int ElementSize(this ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.ComplexFloat64 => 16,
        _ => throw new NotImplementedException(),
    };

    public static long TotalSize(this IEnumerable<long> shape)
    {
        long total = 1;
        foreach (var d in shape) total *= d;
        return total;
    }

    public static byte ToByte(this Tensor value) => Item(value).ToByte();
    public static sbyte ToSByte(this Tensor value) => Item(value).ToSByte();
    public static short ToInt16(this Tensor value) => Item(value).ToInt16();
    public static int ToInt32(this Tensor value) => Item(value).ToInt32();
    public static long ToInt64(this Tensor value) => Item(value).ToInt64();
    public static Half ToHalf(this Tensor value) => Item(value).ToHalf();
    public static float ToSingle(this Tensor value) => Item(value).ToSingle();
    public static double ToDouble(this Tensor value) => Item(value).ToDouble();
    public static bool ToBoolean(this Tensor value) => Item(value).ToBoolean();

    private static Scalar Item(Tensor value) => value.numel() == 1
        ? value.ToScalar()
        : throw new ArgumentException("Number of elements in the tensor must be 1");
}
