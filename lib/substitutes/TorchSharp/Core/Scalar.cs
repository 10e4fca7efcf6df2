using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

public sealed class Scalar : IDisposable
{
    internal readonly Kind Kind;
    internal readonly long Bits;
    internal readonly double[]? Parts;

    private Scalar(Kind kind, long bits, double[]? parts = null)
    {
        Kind = kind;
        Bits = bits;
        Parts = parts;
    }

    public ScalarType Type => Kind switch
    {
        Kind.Int => ScalarType.Int64,
        Kind.Bool => ScalarType.Bool,
        Kind.Complex => ScalarType.ComplexFloat64,
        _ => ScalarType.Float64,
    };

    public void Dispose() { }

    public static implicit operator Scalar(byte value) => new(Kind.Int, value);
    public static implicit operator Scalar(sbyte value) => new(Kind.Int, value);
    public static implicit operator Scalar(short value) => new(Kind.Int, value);
    public static implicit operator Scalar(int value) => new(Kind.Int, value);
    public static implicit operator Scalar(long value) => new(Kind.Int, value);
    public static implicit operator Scalar(Half value) => (double)value;
    public static implicit operator Scalar(float value) => (double)value;
    public static implicit operator Scalar(double value) => new(Kind.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Scalar(bool value) => new(Kind.Bool, value ? 1 : 0);
    public static implicit operator Scalar((float, float) value) => new Complex(value.Item1, value.Item2);
    public static implicit operator Scalar(Complex value) => new(Kind.Complex, 0, [value.Real, value.Imaginary]);

    internal double AsDouble => Kind switch
    {
        Kind.Double => BitConverter.Int64BitsToDouble(Bits),
        Kind.Complex => Parts![0],
        _ => Bits,
    };

    internal long AsInt64 => Kind is Kind.Int or Kind.Bool ? Bits : checked((long)AsDouble);
}
