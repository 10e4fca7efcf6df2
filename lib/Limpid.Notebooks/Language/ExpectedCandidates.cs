using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Limpid.Notebooks.Language;

/// <summary>The values of the enumeration that is expected at a place.</summary>
internal static class ExpectedCandidates
{
    public static IEnumerable<Candidate> At(CursorSite site) =>
        Types(site).Select(Plain).OfType<INamedTypeSymbol>().Where(type => type.TypeKind == TypeKind.Enum)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).SelectMany(type => Values(site, type));

    private static IEnumerable<Candidate> Values(CursorSite site, INamedTypeSymbol type)
    {
        var prefix = type.ToMinimalDisplayString(site.Model, site.Position);
        return type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst).SelectMany(field =>
        {
            var text = $"{prefix}.{SymbolCandidates.Escape(field.Name)}";
            // Found by the name of the value and by that of its type.
            return (IEnumerable<Candidate>)
            [
                new Candidate(field.Name, text, CompletionKind.Constant, CandidateGroup.Expected, () => Signatures.Short(field, 0)),
                new Candidate(text, text, CompletionKind.Constant, CandidateGroup.Expected, () => Signatures.Short(field, 0)),
            ];
        });
    }

    private static ITypeSymbol? Plain(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static IEnumerable<ITypeSymbol?> Types(CursorSite site) => site.Name?.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Right == site.Name => [site.Model.GetTypeInfo(assignment.Left).Type],
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } compared when compared.Right == site.Name =>
            [site.Model.GetTypeInfo(compared.Left).Type],
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } => [site.Model.GetTypeInfo(declaration.Type).Type],
        CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax chosen } => [site.Model.GetTypeInfo(chosen.Expression).Type],
        ConstantPatternSyntax pattern => [site.Model.GetTypeInfo(pattern).ConvertedType],
        ArgumentSyntax { Parent: BaseArgumentListSyntax list } argument => Arguments(site, list, argument),
        _ => [],
    };

    private static IEnumerable<ITypeSymbol?> Arguments(CursorSite site, BaseArgumentListSyntax list, ArgumentSyntax argument)
    {
        var place = list.Arguments.IndexOf(argument);
        return Calls.Overloads(site.Model, list).Select(method => argument.NameColon is { Name.Identifier.ValueText: var name }
            ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Type
            : method.Parameters.ElementAtOrDefault(place)?.Type);
    }
}
