using System.Globalization;
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

    public static string str(this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null,
        CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default) =>
        tensor.ToString(style, fltFormat, width, cultureInfo, newLine);

    public static string jlstr(this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null,
        CultureInfo? cultureInfo = null) => tensor.ToString(TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

    public static string npstr(this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null,
        CultureInfo? cultureInfo = null) => tensor.ToString(TensorStringStyle.Numpy, fltFormat, width, cultureInfo, newLine);

    public static string cstr(this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null,
        CultureInfo? cultureInfo = null) => tensor.ToString(TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

    public static string metastr(this Tensor tensor) => tensor.ToString(TensorStringStyle.Metadata);

    public static Tensor print(this Tensor t, string? fltFormat = "g5", int? width = 100, string? newLine = null,
        CultureInfo? cultureInfo = null, TensorStringStyle style = TensorStringStyle.Default)
    {
        Console.WriteLine(t.ToString(style, fltFormat, width, cultureInfo, newLine));
        return t;
    }

    private static Scalar Item(Tensor value) => value.numel() == 1
        ? value.ToScalar()
        : throw new ArgumentException("Number of elements in the tensor must be 1");
}
