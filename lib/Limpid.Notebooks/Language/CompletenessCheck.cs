using Limpid.Notebooks.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Limpid.Notebooks.Language;

/// <summary>Says whether a text is a whole cell.</summary>
internal static class CompletenessCheck
{
    private const int Step = 4;

    private static readonly CSharpParseOptions Dialect = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    public static Completeness Check(string code)
    {
        try { CellText.Parse(code); }
        catch (CellException) { return new Completeness(CompletenessStatus.Invalid, ""); }
        var view = CellView.Of(code);
        if (!view.IsCSharp(code.Length)) return new Completeness(CompletenessStatus.Complete, "");
        var tree = CSharpSyntaxTree.ParseText(view.Text, Dialect);
        var errors = tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        // A text in quotes ends with its line: no further line makes it whole.
        if (errors.Any(error => error.Id == "CS1010")) return new Completeness(CompletenessStatus.Invalid, "");
        if (!SyntaxFactory.IsCompleteSubmission(tree)) return new Completeness(CompletenessStatus.Incomplete, Indent(tree, view.Text));
        return new Completeness(errors.Count > 0 ? CompletenessStatus.Invalid : CompletenessStatus.Complete, "");
    }

    /// <summary>That of the last line, one step more after an opening bracket.</summary>
    private static string Indent(SyntaxTree tree, string text)
    {
        var line = text.TrimEnd().Split('\n')[^1];
        var spaces = line.Length - line.TrimStart().Length;
        var last = tree.GetRoot().GetLastToken();
        var opens = last.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken;
        return new string(' ', spaces + (opens ? Step : 0));
    }
}
