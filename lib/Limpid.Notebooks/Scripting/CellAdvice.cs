using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Limpid.Notebooks.Scripting;

/// <summary>What to write instead of C# that is right in a program and not at the top of a cell; the compiler's message doesn't know of cells.</summary>
internal static partial class CellAdvice
{
    private const string Method = "in a cell, write the method alone: static int Twice(this int n) => 2 * n;";
    private const string Block = "put the lines that use it between { and }";

    /// <summary>Null where the compiler's message says all.</summary>
    public static string? For(Diagnostic error) => error.Id switch
    {
        "CS9283" or "CS1109" or "CS1106" => Method,
        "CS7021" => "a cell has no namespaces; declare the types without one",
        "CS8345" => $"at the top of a cell a variable can't be a span; {Block}",
        "CS1002" or "CS1003" or "CS1001" or "CS1014" or "CS1525" or "CS1513" or "CS0246" or "CS0103" or "CS0118" => ForLine(Line(error)),
        _ => null,
    };

    private static string? ForLine(string line) =>
        UsingVariable().IsMatch(line) ? $"'using var' can't stand at the top of a cell; {Block}, or write using (var x = …) {{ … }}"
        : ReferenceVariable().IsMatch(line) ? $"'ref' variables can't stand at the top of a cell; {Block}"
        : With().IsMatch(line) ? "at the start of a line, put it in brackets: (p with { X = 1 })"
        : null;

    private static string Line(Diagnostic error) =>
        error.Location.SourceTree is { } tree ? tree.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString() : "";

    [GeneratedRegex(@"^\s*(await\s+)?using\s+[\w.<>,\[\]?]+\s+\w+\s*=")]
    private static partial Regex UsingVariable();

    [GeneratedRegex(@"^\s*ref\s+(readonly\s+)?[\w.<>,\[\]?]+\s+\w+\s*=")]
    private static partial Regex ReferenceVariable();

    [GeneratedRegex(@"^\s*\w+\s+with\s*\{")]
    private static partial Regex With();
}
