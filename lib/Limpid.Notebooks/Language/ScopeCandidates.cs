using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Limpid.Notebooks.Language;

/// <summary>What can be named at a place that is not after a dot.</summary>
internal static class ScopeCandidates
{
    public static IEnumerable<Candidate> At(CursorSite site)
    {
        var model = site.Model;
        if (site.Name?.Parent is UsingDirectiveSyntax directive)
            return SymbolCandidates.From(model.LookupNamespacesAndTypes(site.Position).Where(s => s is INamespaceSymbol || directive.Alias is not null))
                .Append(Keywords.Static);
        if (site.IsType)
        {
            var types = model.LookupNamespacesAndTypes(site.Position).Where(s => site.Name!.Parent is not ObjectCreationExpressionSyntax || IsCreated(s));
            return SymbolCandidates.From(types).Concat(Keywords.Types);
        }
        return ExpectedCandidates.At(site)
            .Concat(ArgumentCandidates.At(site))
            .Concat(SymbolCandidates.From(model.LookupSymbols(site.Position).Where(IsInScope)))
            .Concat(site.IsStart ? Keywords.All : Keywords.Expressions);
    }

    /// <summary>The class around a cell is no class of the user's; what every object has is not meant.</summary>
    private static bool IsInScope(ISymbol symbol) => symbol is not { ContainingType.SpecialType: SpecialType.System_Object };

    private static bool IsCreated(ISymbol symbol) =>
        symbol is not INamedTypeSymbol { IsStatic: true } and not INamedTypeSymbol { TypeKind: TypeKind.Interface };
}
