using System.Text.RegularExpressions;

namespace Limpid.Notebooks.Language.Documentation;

/// <summary>How documentation is written: as plain text or as Markdown.</summary>
internal abstract partial class DocumentationStyle
{
    public static readonly DocumentationStyle Plain = new PlainStyle();

    public static readonly DocumentationStyle Markdown = new MarkdownStyle();

    /// <summary>Text that shows as it is: formulas keep their stars and underscores.</summary>
    public abstract string Text(string text);

    public abstract string Code(string code);

    public abstract string CodeBlock(string code);

    /// <summary>With the line break that follows it.</summary>
    public abstract string Heading(string text);

    /// <summary>One entry of a list: a name and what is said of it, in the style already.</summary>
    public abstract string Entry(string name, string text);

    private sealed class PlainStyle : DocumentationStyle
    {
        public override string Text(string text) => text;

        public override string Code(string code) => code;

        public override string CodeBlock(string code) => code;

        public override string Heading(string text) => text + ":\n";

        public override string Entry(string name, string text) => $"  {name}{(name.Length > 0 && text.Length > 0 ? ": " : "")}{text}".Replace("\n", "\n    ", StringComparison.Ordinal);
    }

    private sealed partial class MarkdownStyle : DocumentationStyle
    {
        public override string Text(string text) => Special().Replace(text, @"\$0");

        public override string Code(string code) => code.Contains('`', StringComparison.Ordinal) ? $"`` {code} ``" : $"`{code}`";

        public override string CodeBlock(string code) => $"```csharp\n{code}\n```";

        public override string Heading(string text) => $"**{text}**\n\n";

        public override string Entry(string name, string text) =>
            $"- {(name.Length > 0 ? Code(name) : "")}{(name.Length > 0 && text.Length > 0 ? ": " : "")}{text}".Replace("\n", "\n  ", StringComparison.Ordinal);

        [GeneratedRegex(@"[\\`*_\[\]<>$|~#&]")]
        private static partial Regex Special();
    }
}
