using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Limpid.Figures;

/// <summary>Rewrites JSON with numbers of few significant digits.</summary>
internal static class JsonDigits
{
    /// <summary>The same JSON with each fraction rounded to <paramref name="digits"/> significant digits; whole numbers stay.
    /// The result is ASCII; the characters that HTML gives a meaning are escaped.</summary>
    public static string Round(string json, int digits)
    {
        var format = "G" + digits.ToString(CultureInfo.InvariantCulture);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = false }))
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            while (reader.Read())
                Copy(ref reader, writer, format);
        }
        return Encoding.ASCII.GetString(buffer.WrittenSpan);
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer, string format)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: writer.WriteStartObject(); break;
            case JsonTokenType.EndObject: writer.WriteEndObject(); break;
            case JsonTokenType.StartArray: writer.WriteStartArray(); break;
            case JsonTokenType.EndArray: writer.WriteEndArray(); break;
            case JsonTokenType.PropertyName: writer.WritePropertyName(reader.GetString()!); break;
            case JsonTokenType.String: writer.WriteStringValue(reader.GetString()); break;
            case JsonTokenType.Number: writer.WriteRawValue(Number(ref reader, format)); break;
            case JsonTokenType.True or JsonTokenType.False: writer.WriteBooleanValue(reader.GetBoolean()); break;
            default: writer.WriteNullValue(); break;
        }
    }

    private static string Number(ref Utf8JsonReader reader, string format)
    {
        if (reader.TryGetInt64(out var whole))
            return whole.ToString(CultureInfo.InvariantCulture);
        var value = reader.GetDouble();
        if (value == Math.Truncate(value) && Math.Abs(value) < 1e15)
            return ((long)value).ToString(CultureInfo.InvariantCulture);
        var rounded = double.Parse(value.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rounded.ToString("R", CultureInfo.InvariantCulture);
    }
}
