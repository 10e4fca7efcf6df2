using System.Text.RegularExpressions;

namespace Substitutes.Tests.Surface;

/// <summary>The public surface of a genuine assembly as recorded in a text file: unindented headers, indented members.</summary>
public sealed partial class RecordedSurface
{
    private readonly Dictionary<string, RecordedType> types = new(StringComparer.Ordinal);

    public RecordedSurface(IEnumerable<string> lines)
    {
        string? header = null;
        var members = new List<string>();
        void Close()
        {
            if (header is null) return;
            var name = NameIn(header);
            types[name] = new RecordedType(name, header, [.. members]);
        }
        foreach (var line in lines)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (char.IsWhiteSpace(line[0])) { members.Add(line.Trim()); continue; }
            Close();
            header = line.TrimEnd();
            members.Clear();
        }
        Close();
    }

    public IReadOnlyDictionary<string, RecordedType> Types => types;

    /// <summary>Names of the recorded enums and structs: the only ones after which a question mark means Nullable.</summary>
    public IEnumerable<string> ValueTypeNames =>
        types.Values.Where(t => ValueTypeHeader().IsMatch(t.Header)).Select(t => t.Name);

    /// <summary>The type's name in a header, with its generic parameters, without base types and constraints.</summary>
    public static string NameIn(string header)
    {
        var rest = HeaderStart().Replace(header, "");
        var depth = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '<') depth++;
            else if (rest[i] == '>') depth--;
            else if (rest[i] == ' ' && depth == 0) return rest[..i];
        }
        return rest;
    }

    [GeneratedRegex("^(public|protected internal|protected) ((static|abstract|sealed) )?(class|struct|enum|interface|delegate) ")]
    private static partial Regex HeaderStart();

    [GeneratedRegex("^(public|protected internal|protected) (struct|enum) ")]
    private static partial Regex ValueTypeHeader();
}
