using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Limpid.Data.Tfjs;

/// <summary>Decodes the bytes of the constants by the list in <c>model.json</c>.</summary>
internal static class TfjsWeights
{
    public static Dictionary<string, TfjsConstant> Read(JsonElement manifest, ReadOnlySpan<byte> bytes)
    {
        var constants = new Dictionary<string, TfjsConstant>();
        foreach (JsonElement group in manifest.EnumerateArray())
            foreach (JsonElement entry in TfjsReader.Member(group, "group of weights", "weights", JsonValueKind.Array).EnumerateArray())
            {
                TfjsConstant constant = Constant(entry, ref bytes);
                if (!constants.TryAdd(constant.Name, constant))
                    throw TfjsReader.Fault($"two weights are named '{constant.Name}'");
            }
        return bytes.Length == 0 ? constants : throw TfjsReader.Fault($"{bytes.Length} bytes follow the last weight");
    }

    private static TfjsConstant Constant(JsonElement entry, ref ReadOnlySpan<byte> bytes)
    {
        string name = TfjsReader.Text(entry, "weight", "name"), type = TfjsReader.Text(entry, "weight", "dtype");
        JsonElement? packing = entry.TryGetProperty("quantization", out JsonElement quantization) ? quantization : null;
        string stored = packing is { } packed ? TfjsReader.Text(packed, "weight", "dtype") : type;
        ImmutableArray<int> shape = [.. TfjsReader.Member(entry, "weight", "shape", JsonValueKind.Array).EnumerateArray().Select(size =>
            size.ValueKind == JsonValueKind.Number && size.TryGetInt32(out int value) && value >= 0
                ? value : throw TfjsReader.Fault($"the shape of '{name}' is not made of whole numbers"))];
        int each = stored switch
        {
            "float32" or "int32" => 4,
            "float16" or "uint16" => 2,
            "uint8" or "bool" => 1,
            _ => throw Unknown(name, stored),
        };
        // Held against the bytes left at every factor, so that it can't overflow.
        long count = shape.Contains(0) ? 0 : shape.Aggregate(1L, (product, size) => product <= int.MaxValue ? product * size : product);
        if (count > bytes.Length / each)
            throw TfjsReader.Fault($"'{name}' is announced with {count} entries of {each} bytes, {bytes.Length} bytes are left");
        ReadOnlySpan<byte> own = bytes[..(int)(count * each)];
        bytes = bytes[own.Length..];
        return (type, stored) switch
        {
            ("float32", "float32") => new(name, shape, Floats(own), []),
            ("float32", "float16") => new(name, shape, Halves(own), []),
            ("float32", "uint8" or "uint16") => new(name, shape, Scaled(own, each, packing!.Value), []),
            ("int32", "int32") => new(name, shape, [], Integers(own)),
            ("bool", "bool") => new(name, shape, [], [.. own.ToArray().Select(value => (int)value)]),
            _ => throw Unknown(name, $"{type} as {stored}"),
        };
    }

    private static ImmutableArray<float> Floats(ReadOnlySpan<byte> bytes)
    {
        float[] values = new float[bytes.Length / 4];
        for (int i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(4 * i)..]);
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private static ImmutableArray<float> Halves(ReadOnlySpan<byte> bytes)
    {
        float[] values = new float[bytes.Length / 2];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(2 * i)..]);
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private static ImmutableArray<int> Integers(ReadOnlySpan<byte> bytes)
    {
        int[] values = new int[bytes.Length / 4];
        for (int i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * i)..]);
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private static ImmutableArray<float> Scaled(ReadOnlySpan<byte> bytes, int each, JsonElement packing)
    {
        double scale = TfjsReader.Member(packing, "packed weight", "scale", JsonValueKind.Number).GetDouble();
        double smallest = TfjsReader.Member(packing, "packed weight", "min", JsonValueKind.Number).GetDouble();
        float[] values = new float[bytes.Length / each];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(smallest + scale * (each == 1 ? bytes[i] : BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..])));
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private static DataFormatException Unknown(string name, string type) =>
        TfjsReader.Fault($"'{name}' is stored as {type}, expected float32 (also as float16, uint8 or uint16), int32 or bool");
}
