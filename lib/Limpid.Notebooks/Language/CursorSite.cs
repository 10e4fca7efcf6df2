using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Limpid.Notebooks.Language;

/// <summary>
/// The place where a name is being written, in the syntax and the meaning of the cell. The word at the cursor is replaced by a placeholder
/// first, so that an empty, a half and a whole word are read alike.
/// </summary>
internal sealed class CursorSite
{
    private const string Placeholder = "__cursor__";

    private CursorSite(SemanticModel model, SyntaxToken token)
    {
        Model = model;
        Position = token.SpanStart;
        Name = token.Parent as IdentifierNameSyntax;
        Before = token.GetPreviousToken();
    }

    public SemanticModel Model { get; }

    public int Position { get; }

    /// <summary>The name that is being written; null where the code around it makes no sense.</summary>
    public IdentifierNameSyntax? Name { get; }

    public SyntaxToken Before { get; }

    /// <summary>Null where no name can be written: in comments and text, and where a new name is made up.</summary>
    public static CursorSite? Find(SessionSnapshot snapshot, CellView view, int start, int end)
    {
        var text = string.Concat(view.Text.AsSpan(0, start), Placeholder, view.Text.AsSpan(end));
        var compilation = snapshot.Compile(text, view.References);
        // A loaded file is a tree of its own; the cell's comes last.
        var tree = compilation.SyntaxTrees[^1];
        var token = tree.GetRoot().FindToken(start, findInsideTrivia: true);
        if (token.ValueText != Placeholder) return null;
        var isText = token.Parent!.AncestorsAndSelf(ascendOutOfTrivia: false).Any(node => node is DocumentationCommentTriviaSyntax or DirectiveTriviaSyntax);
        var isSkipped = token.Parent is SkippedTokensTriviaSyntax;
        return isText || (!isSkipped && token.Parent is not IdentifierNameSyntax)
            ? null
            : new CursorSite(compilation.GetSemanticModel(tree), token);
    }

    /// <summary>Whether a statement or a declaration may start here.</summary>
    public bool IsStart => Name is null || Name.FirstAncestorOrSelf<StatementSyntax>()?.SpanStart == Position
        || Name.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.SpanStart == Position
        || Name.Parent is IncompleteMemberSyntax;

    /// <summary>Whether only a type or a namespace can stand here.</summary>
    public bool IsType => Name is not null && !IsStart && SyntaxFacts.IsInTypeOnlyContext(Name);
}
