using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;
using static TorchSharp.torch;

namespace Limpid.Data.Safetensors;

/// <summary>Reads and checks the header of a safetensors file: eight bytes of length, then JSON that says where each tensor lies.</summary>
internal static class SafetensorsHeader
{
    // The limit of the format's own implementation.
    private const long LargestHeader = 100_000_000;

    private const string Metadata = "__metadata__";

    public static (ImmutableArray<SafetensorsEntry> Entries, ImmutableDictionary<string, string> Metadata) Read(Stream file)
    {
        long left = file.Length - 8;
        if (left < 0)
            throw Fault($"it has {file.Length} bytes, expected at least 8");
        Span<byte> eight = stackalloc byte[8];
        file.ReadExactly(eight);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(eight);
        if (length > (ulong)Math.Min(left, LargestHeader))
            throw Fault($"its header is said to have {length} bytes, {left} are left and {LargestHeader} allowed");
        byte[] json = new byte[length];
        file.ReadExactly(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Read(document.RootElement, 8 + (long)length, left - (long)length);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Fault($"its header can't be read as JSON: {e.Message}");
        }
    }

    internal static DataFormatException Fault(FormattableString problem) => new("safetensors", FormattableString.Invariant(problem));

    private static (ImmutableArray<SafetensorsEntry>, ImmutableDictionary<string, string>) Read(JsonElement root, long start, long bytes)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw Fault($"its header is no JSON object");
        var entries = new List<SafetensorsEntry>();
        var notes = ImmutableDictionary<string, string>.Empty;
        foreach (JsonProperty member in root.EnumerateObject())
            if (member.Name == Metadata && member.Value.ValueKind == JsonValueKind.Object)
                notes = member.Value.EnumerateObject().Aggregate(notes, (all, note) => all.SetItem(note.Name, note.Value.ToString()));
            else
                entries.Add(Entry(member.Name, member.Value, start, bytes));
        if (entries.GroupBy(entry => entry.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Fault($"it has two tensors '{twice.Key}'");
        // One after the other with nothing between them: then none overlaps another and no bytes hide anything.
        long place = start;
        foreach (SafetensorsEntry entry in entries.OrderBy(entry => entry.Start).ThenBy(entry => entry.Length))
        {
            if (entry.Start != place)
                throw Fault($"the tensor '{entry.Name}' begins at byte {entry.Start}, expected {place}");
            place += entry.Length;
        }
        return place == start + bytes ? ([.. entries], notes) : throw Fault($"its tensors end at byte {place}, the file at {start + bytes}");
    }

    private static SafetensorsEntry Entry(string name, JsonElement value, long start, long bytes)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("dtype", out JsonElement dtype) || dtype.ValueKind != JsonValueKind.String)
            throw Fault($"the tensor '{name}' has no type");
        (ScalarType type, int each) = dtype.GetString() switch
        {
            "F64" => (ScalarType.Float64, 8),
            "F32" => (ScalarType.Float32, 4),
            "F16" => (ScalarType.Float16, 2),
            "BF16" => (ScalarType.BFloat16, 2),
            "I64" => (ScalarType.Int64, 8),
            var other => throw Fault($"the tensor '{name}' is of type {other}, expected F64, F32, F16, BF16 or I64"),
        };
        long[] shape = Numbers(name, value, "shape"), range = Numbers(name, value, "data_offsets");
        if (range is not [var from, var to] || from > to || to > bytes)
            throw Fault($"the tensor '{name}' lies from {string.Join(" to ", range)} of {bytes} bytes");
        // Held against the bytes there are at every factor, so that it can't overflow.
        long count = shape.Contains(0) ? 0 : shape.Aggregate(1L, (product, size) => product > bytes || size > bytes ? bytes + 1 : product * size);
        if (count > bytes || count * each != to - from)
            throw Fault($"the tensor '{name}' of shape [{string.Join(", ", shape)}] and {each} bytes a number lies in {to - from} bytes");
        return new SafetensorsEntry(name, type, [.. shape], start + from, to - from);
    }

    private static long[] Numbers(string name, JsonElement value, string member) =>
        value.TryGetProperty(member, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out long number) && number is >= 0 and < 1L << 31 << 10
                ? number : throw Fault($"the '{member}' of the tensor '{name}' are no whole numbers from 0"))]
            : throw Fault($"the tensor '{name}' has no '{member}'");
}
