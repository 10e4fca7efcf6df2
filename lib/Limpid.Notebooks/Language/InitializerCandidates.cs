using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Limpid.Notebooks.Language;

/// <summary>What can be set in <c>new T { … }</c> and <c>x with { … }</c>, and asked in <c>x is { … }</c>.</summary>
internal static class InitializerCandidates
{
    /// <summary>Null elsewhere, and for collections, whose braces hold values.</summary>
    public static IEnumerable<Candidate>? At(CursorSite site)
    {
        if (site.Name is null) return null;
        if (site.Name.FirstAncestorOrSelf<SubpatternSyntax>() is { Parent: PropertyPatternClauseSyntax { Parent: RecursivePatternSyntax pattern } } sub
            && site.Name.SpanStart == sub.SpanStart)
            return SymbolCandidates.From(Members(site, site.Model.GetTypeInfo(pattern).ConvertedType, isSet: false));
        var element = site.Name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == site.Name ? assignment : (SyntaxNode)site.Name;
        if (element.Parent is not InitializerExpressionSyntax initializer) return null;
        var type = initializer.Parent switch
        {
            BaseObjectCreationExpressionSyntax creation => site.Model.GetTypeInfo(creation) is var info && info.Type is null or IErrorTypeSymbol ? info.ConvertedType : info.Type,
            WithExpressionSyntax with => site.Model.GetTypeInfo(with.Expression).Type,
            AssignmentExpressionSyntax nested => site.Model.GetTypeInfo(nested.Left).Type,
            _ => null,
        };
        if (type is null || type is IErrorTypeSymbol || type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable)) return null;
        var given = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Where(a => a != element)
            .Select(a => (a.Left as IdentifierNameSyntax)?.Identifier.ValueText).ToHashSet();
        return SymbolCandidates.From(Members(site, type, isSet: true).Where(member => !given.Contains(member.Name)));
    }

    private static IEnumerable<ISymbol> Members(CursorSite site, ITypeSymbol? type, bool isSet) => type is null
        ? []
        : site.Model.LookupSymbols(site.Position, type).Where(s => !s.IsStatic && s switch
        {
            IPropertySymbol property => !property.IsIndexer && (isSet
                ? property.SetMethod is { } set && site.Model.IsAccessible(site.Position, set)
                : property.GetMethod is not null),
            IFieldSymbol field => !isSet || !field.IsReadOnly,
            _ => false,
        });
}
