using System.Text;

namespace Substitutes.Tests.Surface;

/// <summary>Small transformations of recorded C# declarations.</summary>
public static class CSharpText
{
    /// <summary>The record writes ValueTuple&lt;T1, T2&gt; where an element is a type parameter and (A, B) elsewhere; here always (A, B).</summary>
    public static string TuplesInParentheses(string line)
    {
        const string word = "ValueTuple<";
        while (line.IndexOf(word, StringComparison.Ordinal) is var at and >= 0)
        {
            var end = at + word.Length;
            for (var depth = 1; depth > 0; end++)
                depth += line[end] == '<' ? 1 : line[end] == '>' ? -1 : 0;
            line = line[..at] + "(" + line[(at + word.Length)..(end - 1)] + ")" + line[end..];
        }
        return line;
    }

    /// <summary>Drops the question marks that stand after reference types: they are no part of a compiled signature.</summary>
    public static string WithoutReferenceMarks(string line, IReadOnlySet<string> valueTypes)
    {
        var result = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (c == '?' && !EndsInValueType(result, valueTypes)) continue;
            result.Append(c);
        }
        return result.ToString();
    }

    private static bool EndsInValueType(StringBuilder text, IReadOnlySet<string> valueTypes)
    {
        if (text.Length > 0 && text[^1] == ')') return true;
        var start = text.Length;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '.')) start--;
        return valueTypes.Contains(text.ToString(start, text.Length - start));
    }

    /// <summary>The comma-separated list after the colon of a type header.</summary>
    public static IReadOnlyList<string> Bases(string header)
    {
        var colon = header.IndexOf(" : ", StringComparison.Ordinal);
        var where = header.IndexOf(" where ", StringComparison.Ordinal);
        if (colon < 0 || (where >= 0 && where < colon)) return [];
        return SplitAtTop(where < 0 ? header[(colon + 3)..] : header[(colon + 3)..where]);
    }

    public static IReadOnlyList<string> SplitAtTop(string list)
    {
        var parts = new List<string>();
        int depth = 0, start = 0;
        for (var i = 0; i < list.Length; i++)
        {
            if (list[i] is '<' or '(' or '[') depth++;
            else if (list[i] is '>' or ')' or ']') depth--;
            else if (list[i] == ',' && depth == 0) { parts.Add(list[start..i].Trim()); start = i + 1; }
        }
        parts.Add(list[start..].Trim());
        return parts;
    }
}
