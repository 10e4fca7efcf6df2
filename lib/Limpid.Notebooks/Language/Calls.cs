using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Limpid.Notebooks.Language;

/// <summary>What a list of arguments is given to.</summary>
internal static class Calls
{
    /// <summary>The methods or constructors that may be meant; the chosen one first, where one can be chosen.</summary>
    public static IReadOnlyList<IMethodSymbol> Overloads(SemanticModel model, SyntaxNode list)
    {
        var all = list.Parent switch
        {
            InvocationExpressionSyntax call => OfInvocation(model, call),
            BaseObjectCreationExpressionSyntax creation => Constructors(Type(model.GetTypeInfo(creation))),
            ConstructorInitializerSyntax initializer => model.GetMemberGroup(initializer),
            AttributeSyntax attribute => model.GetMemberGroup(attribute),
            _ => [],
        };
        var methods = all.OfType<IMethodSymbol>().ToList();
        if (list.Parent is not null && model.GetSymbolInfo(list.Parent).Symbol is IMethodSymbol chosen)
        {
            var definition = (chosen.ReducedFrom ?? chosen).OriginalDefinition;
            methods.RemoveAll(m => SymbolEqualityComparer.Default.Equals((m.ReducedFrom ?? m).OriginalDefinition, definition));
            methods.Insert(0, chosen);
        }
        return methods;
    }

    private static IEnumerable<ISymbol> OfInvocation(SemanticModel model, InvocationExpressionSyntax call)
    {
        var group = model.GetMemberGroup(call.Expression);
        if (group.Length > 0) return group;
        return model.GetTypeInfo(call.Expression).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke] : model.GetSymbolInfo(call).CandidateSymbols;
    }

    private static ITypeSymbol? Type(TypeInfo info) => info.Type is null or IErrorTypeSymbol ? info.ConvertedType : info.Type;

    private static IEnumerable<ISymbol> Constructors(ITypeSymbol? type) => type is INamedTypeSymbol named ? named.InstanceConstructors : [];
}
