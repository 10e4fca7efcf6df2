using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Limpid.Notebooks.Language;

/// <summary>Finds what is meant at a place: the name that is there, else the call whose arguments surround it.</summary>
internal static class SymbolFinder
{
    /// <summary>The symbol and its overloads, itself included; none if nothing is meant.</summary>
    public static IReadOnlyList<ISymbol> At(SemanticModel model, SyntaxNode root, int place)
    {
        var right = root.FindToken(place);
        var left = right.SpanStart >= place ? right.GetPreviousToken() : right;
        foreach (var token in (SyntaxToken[])[right, left])
            if (token.Span.Start <= place && place <= token.Span.End && OfToken(model, token) is { Count: > 0 } named) return named;
        return OfCall(model, left, place);
    }

    private static IReadOnlyList<ISymbol> OfToken(SemanticModel model, SyntaxToken token) => token.Parent switch
    {
        SimpleNameSyntax name when token == name.Identifier => OfName(model, name),
        PredefinedTypeSyntax or ThisExpressionSyntax or BaseExpressionSyntax => One(model.GetTypeInfo(token.Parent).Type ?? model.GetSymbolInfo(token.Parent).Symbol),
        { } node when token.IsKind(SyntaxKind.IdentifierToken) => One(model.GetDeclaredSymbol(node)),
        _ => [],
    };

    private static IReadOnlyList<ISymbol> OfName(SemanticModel model, SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name.Parent is QualifiedNameSyntax qualified && qualified.Right == name ? qualified : name;
        if (whole.Parent is ObjectCreationExpressionSyntax { ArgumentList: { } list } creation && creation.Type == whole
            && Calls.Overloads(model, list) is { Count: > 0 } constructors) return constructors;
        var info = model.GetSymbolInfo(name);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault() ?? model.GetTypeInfo(name).Type;
        var others = model.GetMemberGroup(name).Where(other => !SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, symbol?.OriginalDefinition));
        return symbol is null or IErrorTypeSymbol ? [] : [symbol, .. symbol is IMethodSymbol ? others : []];
    }

    private static IReadOnlyList<ISymbol> OfCall(SemanticModel model, SyntaxToken token, int place)
    {
        foreach (var node in token.Parent?.AncestorsAndSelf() ?? [])
        {
            if (node is BlockSyntax or LambdaExpressionSyntax or MemberDeclarationSyntax) break;
            if (node is ArgumentListSyntax or AttributeArgumentListSyntax && IsInside(node, place)) return Fitting(Calls.Overloads(model, node), node);
        }
        return [];
    }

    /// <summary>While arguments are being written, first those overloads that take as many.</summary>
    private static IReadOnlyList<ISymbol> Fitting(IReadOnlyList<IMethodSymbol> overloads, SyntaxNode list)
    {
        var given = list is ArgumentListSyntax { Arguments: var arguments } ? arguments.Count : 0;
        return [.. overloads.OrderBy(method => method.Parameters.Length >= given || method.Parameters is [.., { IsParams: true }] ? 0 : 1)];
    }

    private static bool IsInside(SyntaxNode list, int place)
    {
        var (first, last) = (list.GetFirstToken(), list.GetLastToken(includeZeroWidth: true));
        return first.Span.End <= place && (last.IsMissing || place <= last.SpanStart);
    }

    private static IReadOnlyList<ISymbol> One(ISymbol? symbol) => symbol is null or IErrorTypeSymbol ? [] : [symbol];
}
