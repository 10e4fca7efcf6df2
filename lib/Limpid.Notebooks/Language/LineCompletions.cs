using System.Text.RegularExpressions;

namespace Limpid.Notebooks.Language;

/// <summary>Lines that are not C#: directives, and the paths in <c>#r</c> and <c>#load</c>.</summary>
internal static partial class LineCompletions
{
    private static readonly (string Text, string Signature)[] Directives =
    [
        ("#r", "#r \"file.dll\" or \"nuget: NAME, VERSION\": uses a library"),
        ("#load", "#load \"file.csx\": runs a file of C#"),
        ("#!time", "shows how long the cell took"),
        ("#!html", "the lines that follow are HTML"),
        ("#!markdown", "the lines that follow are Markdown"),
        ("#!csharp", "the lines that follow are C#"),
        ("#nullable", "#nullable enable"),
        ("#pragma", "#pragma warning disable NUMBER"),
        ("#region", "#region NAME"),
        ("#endregion", ""),
        ("#if", "#if NAME"),
        ("#else", ""),
        ("#endif", ""),
    ];

    /// <summary>Null if the line is C#.</summary>
    public static Completions? At(string folder, string code, int cursor)
    {
        var start = cursor == 0 ? 0 : code.LastIndexOf('\n', cursor - 1) + 1;
        var line = code[start..cursor];
        if (!CellView.Of(code[..start]).IsCSharp(start)) return AfterOtherLanguage(line, start, cursor);
        if (PathLine().Match(line) is { Success: true } path) return Paths(folder, path.Groups["text"].Value, path.Groups["word"].Value == "r", cursor);
        return DirectiveLine().Match(line) is { Success: true } directive ? Named(directive.Groups[1].Value, cursor) : null;
    }

    /// <summary>Below <c>#!html</c> only another directive means anything.</summary>
    private static Completions? AfterOtherLanguage(string line, int start, int cursor) =>
        line.StartsWith("#!", StringComparison.Ordinal) && DirectiveLine().IsMatch(line) ? Named(line, cursor) : new Completions(start + line.Length, cursor, []);

    private static Completions Named(string typed, int cursor) => new(cursor - typed.Length, cursor,
        [.. Directives.Where(d => d.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(d => new Completion(d.Text, CompletionKind.Directive, d.Signature))]);

    private static Completions Paths(string folder, string typed, bool isLibrary, int cursor)
    {
        var name = typed[(typed.LastIndexOfAny(['/', '\\']) + 1)..];
        var items = new List<Completion>();
        try
        {
            var directory = new DirectoryInfo(Path.GetFullPath(typed[..^name.Length], folder));
            items.AddRange(directory.EnumerateDirectories().Where(d => IsMeant(d.Name)).OrderBy(d => d.Name, StringComparer.Ordinal)
                .Select(d => new Completion(d.Name + "/", CompletionKind.Path, "")));
            items.AddRange(directory.EnumerateFiles().Where(f => IsMeant(f.Name) && IsLoadable(f.Extension)).OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => new Completion(f.Name, CompletionKind.Path, "")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException) { } // No such folder: nothing to name.
        if (isLibrary && "nuget:".StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            items.Add(new Completion("nuget: ", CompletionKind.Path, "nuget: NAME, VERSION"));
        return new Completions(cursor - name.Length, cursor, items);

        bool IsMeant(string entry) => entry.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (name.Length > 0 || !entry.StartsWith('.'));
        bool IsLoadable(string extension) => isLibrary ? extension is ".dll" or ".exe" : extension is ".csx" or ".cs";
    }

    [GeneratedRegex("""^\s*#(?<word>r|load)\s+"(?<text>[^"]*)$""")]
    private static partial Regex PathLine();

    [GeneratedRegex(@"^\s*(#!?\w*)$")]
    private static partial Regex DirectiveLine();
}
