using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Limpid.Notebooks.Files;

/// <summary>
/// Writes JSON as Jupyter does (<c>ensure_ascii=False</c>): one item a line, only what must be escaped is. Text that is no valid UTF-16
/// gets replacement characters, since the file must stay readable whatever a cell prints.
/// </summary>
internal static class JsonPrinter
{
    // A chart has thousands of values; spread over lines half of a notebook would be white space.
    private const string Chart = "application/vnd.plotly.v1+json";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="node">What to write.</param>
    /// <param name="margin">White space that starts the line on which the value stands.</param>
    /// <param name="unit">One step of indentation, or null for everything on one line.</param>
    public static string Print(JsonNode? node, string margin, string? unit)
    {
        var text = new StringBuilder();
        Append(text, node, margin, unit);
        return text.ToString();
    }

    public static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2);
        AppendString(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, string margin, string? unit)
    {
        switch (node)
        {
            case null: text.Append("null"); break;
            case JsonObject { Count: 0 }: text.Append("{}"); break;
            case JsonArray { Count: 0 }: text.Append("[]"); break;
            case JsonObject members:
                AppendList(text, '{', '}', members, margin, unit, (member, inner) =>
                {
                    AppendString(text, member.Key);
                    text.Append(": ");
                    if (member.Key == Chart) text.Append(member.Value?.ToJsonString(Compact));
                    else Append(text, member.Value, inner, unit);
                });
                break;
            // Numbers stand side by side.
            case JsonArray numbers when unit is not null && numbers.All(item => item is null || item.GetValueKind() == JsonValueKind.Number):
                Append(text, numbers, margin, null);
                break;
            case JsonArray items:
                AppendList(text, '[', ']', items, margin, unit, (item, inner) => Append(text, item, inner, unit));
                break;
            default:
                if (node.GetValueKind() == JsonValueKind.String) AppendString(text, node.GetValue<string>());
                else text.Append(node.ToJsonString());
                break;
        }
    }

    private static void AppendList<T>(StringBuilder text, char open, char close, IEnumerable<T> items, string margin, string? unit,
        Action<T, string> append)
    {
        var inner = margin + unit;
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first) text.Append(unit is null ? ", " : ",");
            first = false;
            if (unit is not null) text.Append('\n').Append(inner);
            append(item, inner);
        }
        if (unit is not null) text.Append('\n').Append(margin);
        text.Append(close);
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case < ' ': text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
                default:
                    if (!char.IsSurrogate(c)) text.Append(c);
                    else if (i + 1 < value.Length && char.IsSurrogatePair(c, value[i + 1])) text.Append(c).Append(value[++i]);
                    else text.Append('\ufffd');
                    break;
            }
        }
        text.Append('"');
    }
}
