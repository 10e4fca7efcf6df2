using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Limpid.Cli.Exporting.Rendering;

/// <summary>C# as HTML, each word in a span of its kind. The text itself stays as it is, also where it does not compile.</summary>
internal static class CodeMarkup
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>Marks the words of a cell or of a piece of code.</summary>
    /// <param name="source">The code.</param>
    public static string CSharp(string source)
    {
        var html = new StringBuilder(source.Length * 2);
        foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(SourceText.From(source), Options).GetRoot().DescendantTokens())
        {
            Trivia(html, token.LeadingTrivia);
            Append(html, CodeWord.ClassOf(token), token.Text);
            Trivia(html, token.TrailingTrivia);
        }
        return html.ToString();
    }

    private static void Trivia(StringBuilder html, SyntaxTriviaList list)
    {
        foreach (SyntaxTrivia trivia in list)
            Append(html, CodeWord.ClassOf(trivia), trivia.ToFullString());
    }

    private static void Append(StringBuilder html, string? kind, string text)
    {
        if (kind is null || text.Length == 0)
        {
            html.Append(Markup.Encode(text));
            return;
        }
        // The line end of a directive stays outside, so that a span never runs over two lines without need.
        string word = text.TrimEnd('\r', '\n');
        html.Append($"<span class=\"{kind}\">{Markup.Encode(word)}</span>{Markup.Encode(text[word.Length..])}");
    }
}
