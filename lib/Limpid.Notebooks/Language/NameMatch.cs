namespace Limpid.Notebooks.Language;

/// <summary>How well a name fits what was typed of it.</summary>
internal static class NameMatch
{
    /// <summary>The rank of names whose humps were typed; the shorter such a name is, the better it fits.</summary>
    public const int ByHumps = 2;

    /// <summary>0: starts with it; 1: does so in other case; 2: its humps do (<c>cwl</c> or <c>CoWrL</c> for ConsoleWriteLine); null: not at all.</summary>
    public static int? Rank(string name, string typed) =>
        name.StartsWith(typed, StringComparison.Ordinal) ? 0
        : name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 1
        : Humps(name, 0, typed, 0) ? ByHumps
        : null;

    /// <summary>Whether the rest of what was typed can be read off the rest of the name, jumping only to starts of humps.</summary>
    private static bool Humps(string name, int at, string typed, int from)
    {
        if (from == typed.Length) return true;
        for (var start = at; start < name.Length; start++)
        {
            if (!IsHump(name, start) || !Same(name[start], typed[from])) continue;
            for (var length = 1; ; length++)
            {
                if (Humps(name, start + length, typed, from + length)) return true;
                if (from + length >= typed.Length || start + length >= name.Length || !Same(name[start + length], typed[from + length])) break;
            }
        }
        return false;
    }

    private static bool IsHump(string name, int at) =>
        at == 0 || (char.IsUpper(name[at]) && !char.IsUpper(name[at - 1])) || (char.IsUpper(name[at]) && at + 1 < name.Length && char.IsLower(name[at + 1]))
        || (name[at - 1] == '_' && name[at] != '_') || (char.IsDigit(name[at]) && !char.IsDigit(name[at - 1]));

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
