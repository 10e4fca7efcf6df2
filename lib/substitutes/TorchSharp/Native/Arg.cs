using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>An argument of an operator; everything an operator takes converts to it, so that a call is written as in the schema.</summary>
internal readonly struct Arg
{
    internal readonly Kind Kind;
    internal readonly long Bits;
    internal readonly object? Ref;

    private Arg(Kind kind, long bits, object? reference = null)
    {
        Kind = kind;
        Bits = bits;
        Ref = reference;
    }

    internal static Arg None => default;
    internal static Arg Default => new(Kind.Default, 0);

    public static implicit operator Arg(Tensor? tensor) => tensor is null ? default : new(Kind.Tensor, tensor.Handle, tensor);
    public static implicit operator Arg(long value) => new(Kind.Int, value);
    public static implicit operator Arg(long? value) => value is { } v ? new(Kind.Int, v) : default;
    public static implicit operator Arg(double value) => new(Kind.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Arg(double? value) => value is { } v ? v : default(Arg);
    public static implicit operator Arg(bool value) => new(Kind.Bool, value ? 1 : 0);
    public static implicit operator Arg(string? value) => value is null ? default : new(Kind.String, 0, value);
    public static implicit operator Arg(long[]? values) => values is null ? default : new(Kind.Ints, 0, values);
    public static implicit operator Arg(ReadOnlySpan<long> values) => new(Kind.Ints, 0, values.ToArray());
    public static implicit operator Arg(double[]? values) => values is null ? default : new(Kind.Doubles, 0, values);
    public static implicit operator Arg(Tensor?[]? tensors) => tensors is null ? default : new(Kind.Tensors, 0, tensors);
    public static implicit operator Arg(ScalarType type) => new(Kind.Int, (long)type);
    public static implicit operator Arg(ScalarType? type) => type is { } t ? t : default(Arg);
    public static implicit operator Arg(Device? device) => device is null ? default : new(Kind.Device, ((long)device.type << 32) | (uint)device.index & 0xff);
    public static implicit operator Arg(Generator? generator) => generator is null ? default : new(Kind.Generator, generator.Handle, generator);
    public static implicit operator Arg(Scalar? scalar) =>
        scalar is null ? default : scalar.Kind == Kind.Complex ? new(Kind.Complex, 0, scalar.Parts) : new(scalar.Kind, scalar.Bits);
}
