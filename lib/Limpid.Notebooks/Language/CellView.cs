using Limpid.Notebooks.Scripting;

namespace Limpid.Notebooks.Language;

/// <summary>The C# of a cell at its own places: directives, references and other languages are blanked out.</summary>
internal sealed class CellView
{
    private readonly List<(int Start, int End)> _other = [];

    private CellView(char[] text, List<string> references, List<(int, int)> other)
    {
        Text = new string(text);
        References = references;
        _other = other;
    }

    /// <summary>As long as the cell.</summary>
    public string Text { get; }

    /// <summary>What its <c>#r</c> lines name.</summary>
    public IReadOnlyList<string> References { get; }

    public bool IsCSharp(int position) => !_other.Any(line => line.Start <= position && position <= line.End);

    public static CellView Of(string code)
    {
        var (text, references, other, language) = (code.ToCharArray(), new List<string>(), new List<(int, int)>(), CellLanguage.CSharp);
        for (int start = 0, end; start <= code.Length; start = end + 1)
        {
            end = code.IndexOf('\n', start) is var found and >= 0 ? found : code.Length;
            var line = code[start..end];
            var isDirective = line.StartsWith("#!", StringComparison.Ordinal);
            if (isDirective) language = CellText.Language(line.Trim()) ?? language;
            var reference = language == CellLanguage.CSharp ? CellText.Reference().Match(line) : System.Text.RegularExpressions.Match.Empty;
            if (reference.Success) references.Add(reference.Groups[1].Value);
            else if (!isDirective && language == CellLanguage.CSharp) continue;
            text.AsSpan(start, end - start).Fill(' ');
            other.Add((start, end));
        }
        return new CellView(text, references, other);
    }
}
