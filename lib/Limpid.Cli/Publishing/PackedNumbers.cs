using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Limpid.Cli.Publishing;

/// <summary>
/// Long rows and maps of whole numbers in a figure as plotly.js's typed arrays: <c>{"dtype": "u1", "bdata": BASE64, "shape": "28, 28"}</c>. A map of grey
/// levels takes a third of the room; nothing is lost. Only data are packed, not the layout.
/// </summary>
internal static class PackedNumbers
{
    // Shorter rows are left to be read by eye.
    private const int Least = 64;

    /// <summary>The figure with its whole numbers packed; the given one stays as it is.</summary>
    /// <param name="figure">Data and layout.</param>
    public static JsonObject Pack(JsonObject figure)
    {
        var packed = (JsonObject)figure.DeepClone();
        if (packed["data"] is JsonArray traces)
            foreach (JsonObject trace in traces.OfType<JsonObject>())
                foreach (string name in trace.Select(pair => pair.Key).ToArray())
                    if (trace[name] is JsonArray values && Packed(values) is { } numbers) trace[name] = numbers;
        return packed;
    }

    /// <summary>The figure with plain rows again.</summary>
    /// <param name="figure">Data and layout, packed or not.</param>
    /// <exception cref="JsonException">Packed numbers are damaged.</exception>
    public static JsonObject Unpack(JsonObject figure)
    {
        var plain = (JsonObject)figure.DeepClone();
        if (plain["data"] is JsonArray traces)
            foreach (JsonObject trace in traces.OfType<JsonObject>())
                foreach (string name in trace.Select(pair => pair.Key).ToArray())
                    if (trace[name] is JsonObject numbers && numbers.ContainsKey("bdata")) trace[name] = Unpacked(numbers);
        return plain;
    }

    private static JsonObject? Packed(JsonArray values)
    {
        JsonArray[] rows = values.FirstOrDefault() is JsonArray ? [.. values.Select(row => row as JsonArray ?? [])] : [values];
        int columns = rows[0].Count;
        if (rows.Length * columns < Least || rows.Any(row => row.Count != columns)) return null;
        var numbers = new List<int>(rows.Length * columns);
        foreach (JsonNode? item in rows.SelectMany(row => row))
            if (item is JsonValue value && value.GetValueKind() == JsonValueKind.Number && Whole(value) is { } whole) numbers.Add(whole);
            else return null;
        string type = numbers.TrueForAll(number => number is >= 0 and <= byte.MaxValue) ? "u1" : numbers.TrueForAll(number => number is >= sbyte.MinValue and <= sbyte.MaxValue) ? "i1" : "i2";
        var data = new byte[numbers.Count * (type == "i2" ? 2 : 1)];
        for (int i = 0; i < numbers.Count; i++)
            if (type != "i2") data[i] = unchecked((byte)numbers[i]);
            else BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(2 * i), (short)numbers[i]);
        var packed = new JsonObject { ["dtype"] = type, ["bdata"] = Convert.ToBase64String(data) };
        if (values[0] is JsonArray) packed["shape"] = FormattableString.Invariant($"{rows.Length}, {columns}");
        return packed;
    }

    private static short? Whole(JsonValue value)
    {
        double number = value.Deserialize<double>();
        return number == Math.Floor(number) && number is >= short.MinValue and <= short.MaxValue ? (short)number : null;
    }

    private static JsonArray Unpacked(JsonObject packed)
    {
        try
        {
            byte[] data = Convert.FromBase64String((string)packed["bdata"]!);
            int[] numbers = (string?)packed["dtype"] switch
            {
                "u1" => [.. data.Select(value => (int)value)],
                "i1" => [.. data.Select(value => (int)unchecked((sbyte)value))],
                "i2" when data.Length % 2 == 0 => [.. Enumerable.Range(0, data.Length / 2).Select(i => (int)BinaryPrimitives.ReadInt16LittleEndian(data.AsSpan(2 * i)))],
                var other => throw new FormatException($"type {other}"),
            };
            if ((string?)packed["shape"] is not { } shape) return [.. numbers];
            int columns = int.Parse(shape.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture);
            return [.. numbers.Chunk(columns).Select(row => (JsonNode)new JsonArray([.. row.Select(value => (JsonNode)value)]))];
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or IndexOutOfRangeException or ArgumentException)
        {
            throw new JsonException($"packed numbers are damaged ({e.Message})", e);
        }
    }
}
