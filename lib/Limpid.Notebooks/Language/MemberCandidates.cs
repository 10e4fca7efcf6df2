using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Limpid.Notebooks.Language;

/// <summary>What can follow a dot (or <c>?.</c>, <c>-></c>, <c>::</c>).</summary>
internal static class MemberCandidates
{
    /// <summary>Null if there is no dot before the name.</summary>
    public static IEnumerable<Candidate>? At(CursorSite site)
    {
        var symbols = site.Name?.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == site.Name => Of(site, access.Expression),
            MemberBindingExpressionSyntax binding => OfConditional(site, binding),
            QualifiedNameSyntax qualified when qualified.Right == site.Name => OfQualified(site, qualified.Left),
            AliasQualifiedNameSyntax qualified when qualified.Name == site.Name => OfContainer(site, site.Model.GetSymbolInfo(qualified.Alias).Symbol),
            _ => null,
        };
        if (symbols is null) return null;
        if (site.Name!.Ancestors().OfType<UsingDirectiveSyntax>().FirstOrDefault() is { } directive)
            symbols = symbols.Where(s => s is INamespaceSymbol || (s is ITypeSymbol && (directive.Alias is not null || !directive.StaticKeyword.IsKind(SyntaxKind.None))));
        return SymbolCandidates.From(symbols);
    }

    private static IEnumerable<ISymbol> Of(CursorSite site, ExpressionSyntax left)
    {
        if (left is BaseExpressionSyntax) return site.Model.LookupBaseMembers(site.Position);
        var info = site.Model.GetSymbolInfo(left);
        var (symbol, type) = (info.Symbol ?? info.CandidateSymbols.FirstOrDefault(), site.Model.GetTypeInfo(left).Type);
        if (symbol is INamespaceOrTypeSymbol container) return OfContainer(site, container);
        if (type is IPointerTypeSymbol pointer) type = pointer.PointedAtType;
        var members = OfValue(site, type);
        // A property named like its type may be meant either way.
        return symbol is not null and not IMethodSymbol && type?.Name == symbol.Name ? members.Concat(OfContainer(site, type)) : members;
    }

    private static IEnumerable<ISymbol> OfConditional(CursorSite site, MemberBindingExpressionSyntax binding)
    {
        var access = binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(a => a.WhenNotNull.Span.Contains(binding.Span));
        var type = access is null ? null : site.Model.GetTypeInfo(access.Expression).Type;
        return OfValue(site, type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type);
    }

    /// <summary>The parser takes <c>a.|</c> before a line with a name for a type; then the left side is read again as a value.</summary>
    private static IEnumerable<ISymbol> OfQualified(CursorSite site, NameSyntax left)
    {
        if (site.Model.GetSymbolInfo(left).Symbol is INamespaceOrTypeSymbol container) return OfContainer(site, container);
        var value = SyntaxFactory.ParseExpression(left.ToString());
        return site.Model.GetSpeculativeSymbolInfo(left.SpanStart, value, SpeculativeBindingOption.BindAsExpression).Symbol is INamespaceOrTypeSymbol other
            ? OfContainer(site, other)
            : OfValue(site, site.Model.GetSpeculativeTypeInfo(left.SpanStart, value, SpeculativeBindingOption.BindAsExpression).Type);
    }

    private static IEnumerable<ISymbol> OfContainer(CursorSite site, ISymbol? symbol) => symbol switch
    {
        INamespaceSymbol space => site.Model.LookupNamespacesAndTypes(site.Position, space),
        ITypeSymbol type => site.Model.LookupSymbols(site.Position, type).Where(s => s.IsStatic || s is ITypeSymbol),
        _ => [],
    };

    private static IEnumerable<ISymbol> OfValue(CursorSite site, ITypeSymbol? type) => type is null or IErrorTypeSymbol or { SpecialType: SpecialType.System_Void }
        ? []
        : site.Model.LookupSymbols(site.Position, type, includeReducedExtensionMethods: true).Where(s => s is not ITypeSymbol && !s.IsStatic);
}
