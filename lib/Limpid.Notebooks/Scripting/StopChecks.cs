using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Limpid.Notebooks.Scripting;

/// <summary>
/// Writes a call of <see cref="CellStop.Check"/> into every loop of a cell and between its statements: a long call into a compiled library is
/// then the last one. Not into functions: native code that calls one back would not survive the exception. Lines stay where they are.
/// </summary>
internal static class StopChecks
{
    private const string Call = "global::Limpid.Notebooks.CellStop.Check();";
    private static readonly CSharpParseOptions Dialect = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    /// <summary>The code with checks; the code itself if there is nowhere to put one or it is no valid C#.</summary>
    public static string Insert(string code)
    {
        var root = CSharpSyntaxTree.ParseText(code, Dialect).GetRoot();
        if (root.ContainsDiagnostics) return code;
        var insertions = root.DescendantNodes().Select(Repeated).OfType<StatementSyntax>().SelectMany(Around).Concat(Between(root)).OrderBy(part => part.Position).ToList();
        if (insertions.Count == 0) return code;
        var (text, at) = (new StringBuilder(code.Length + insertions.Count * Call.Length), 0);
        foreach (var (position, inserted) in insertions)
        {
            text.Append(code, at, position - at).Append(inserted);
            at = position;
        }
        return text.Append(code, at, code.Length - at).ToString();
    }

    /// <summary>The statement that a construct runs again and again; null for constructs that don't.</summary>
    private static StatementSyntax? Repeated(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        GotoStatementSyntax { CaseOrDefaultKeyword.RawKind: 0 } jump => jump,
        _ => null,
    };

    /// <summary>Before every statement and variable of the cell itself but the first.</summary>
    private static IEnumerable<(int Position, string Text)> Between(SyntaxNode root) => ((CompilationUnitSyntax)root).Members
        .Where(member => member is GlobalStatementSyntax or FieldDeclarationSyntax).Skip(1).Select(member => (member.SpanStart, Call));

    private static IEnumerable<(int Position, string Text)> Around(StatementSyntax statement) => statement is BlockSyntax block
        ? [(block.OpenBraceToken.Span.End, Call)]
        : [(statement.SpanStart, "{" + Call), (statement.Span.End, "}")];
}
