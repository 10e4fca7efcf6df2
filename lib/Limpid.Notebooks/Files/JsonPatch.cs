using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Limpid.Notebooks.Files;

/// <summary>Changes to a JSON text that leave every byte outside them as it was.</summary>
internal sealed class JsonPatch(byte[] text)
{
    private readonly List<(int Start, int End, string Text)> _edits = [];
    private readonly string? _unit = Unit(text);

    /// <summary>Sets members of an object; new ones go where they belong by name, as Jupyter sorts them.</summary>
    public void Set(JsonSpan target, IReadOnlyDictionary<string, JsonNode?> members)
    {
        var added = members.Where(member => target[member.Key] is null).OrderBy(member => member.Key, StringComparer.Ordinal).ToList();
        foreach (var (name, value) in members)
            if (target[name] is { } old) Replace(old, value);
        if (added.Count == 0) return;
        if (target.Members.Count == 0)
        {
            Replace(target, new JsonObject(added.Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))));
            return;
        }
        foreach (var (name, value) in added) Insert(target, name, value);
    }

    /// <summary>Adds an item to an array that has some.</summary>
    public void InsertAfter(JsonSpan item, JsonNode value)
    {
        var margin = Margin(item.Start);
        _edits.Add((item.End, item.End, Separator(margin, _unit) + JsonPrinter.Print(value, margin, _unit)));
    }

    public byte[] Apply()
    {
        using var result = new MemoryStream(text.Length + _edits.Sum(edit => edit.Text.Length));
        var at = 0;
        // OrderBy is stable: what is inserted at one place keeps its order.
        foreach (var (start, end, added) in _edits.OrderBy(edit => edit.Start))
        {
            result.Write(text, at, start - at);
            result.Write(Encoding.UTF8.GetBytes(added));
            at = end;
        }
        result.Write(text, at, text.Length - at);
        return result.ToArray();
    }

    private void Replace(JsonSpan old, JsonNode? value)
    {
        if (IsSame(old.ToNode(), value)) return;
        _edits.Add((old.Start, old.End, JsonPrinter.Print(value, Margin(old.Start), _unit)));
    }

    private static bool IsSame(JsonNode? old, JsonNode? value)
    {
        try { return JsonNode.DeepEquals(old, value); }
        catch (ArgumentException) { return false; } // An object that names a member twice can't be compared.
    }

    private void Insert(JsonSpan target, string name, JsonNode? value)
    {
        // An object that stands on one line gets its new member there.
        var unit = text.AsSpan(target.Start, target.Members[0].NameStart - target.Start).Contains((byte)'\n') ? _unit : null;
        var margin = Margin(target.Members[0].NameStart);
        var member = JsonPrinter.Quote(name) + ": " + JsonPrinter.Print(value, margin, unit);
        var separator = Separator(margin, unit);
        var next = target.Members.FirstOrDefault(m => string.CompareOrdinal(m.Name, name) > 0);
        if (next.Value is null) _edits.Add((target.Members[^1].Value.End, target.Members[^1].Value.End, separator + member));
        else _edits.Add((next.NameStart, next.NameStart, member + separator));
    }

    private static string Separator(string margin, string? unit) => unit is null ? ", " : ",\n" + margin;

    /// <summary>The white space at the start of the line of a position.</summary>
    private string Margin(int position)
    {
        var start = Array.LastIndexOf(text, (byte)'\n', Math.Max(position - 1, 0)) + 1;
        var end = start;
        while (end < position && text[end] is (byte)' ' or (byte)'\t') end++;
        return Encoding.UTF8.GetString(text, start, end - start);
    }

    /// <summary>The white space before the first member of the whole; null when the text has no lines.</summary>
    private static string? Unit(byte[] text)
    {
        var open = Array.IndexOf(text, (byte)'{') + 1;
        var end = open;
        while (end < text.Length && text[end] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') end++;
        var line = Array.LastIndexOf(text, (byte)'\n', Math.Max(end - 1, 0));
        return line < open ? null : Encoding.UTF8.GetString(text, line + 1, end - line - 1);
    }
}
