using System.ComponentModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Limpid.Notebooks.Language;

/// <summary>Symbols as completions: overloads are one, what hides itself stays hidden.</summary>
internal static class SymbolCandidates
{
    public static IEnumerable<Candidate> From(IEnumerable<ISymbol> symbols) =>
        symbols.Where(IsShown).GroupBy(symbol => symbol.Name, StringComparer.Ordinal).SelectMany(same => same.GroupBy(Kind)).Select(One);

    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static Candidate One(IGrouping<CompletionKind, ISymbol> overloads)
    {
        var first = overloads.First();
        return new Candidate(first.Name, Escape(first.Name), overloads.Key, Group(first), () => Signatures.Short(first, overloads.Count() - 1));
    }

    private static bool IsShown(ISymbol symbol) =>
        symbol.CanBeReferencedByName && symbol is not (IMethodSymbol { MethodKind: MethodKind.Destructor } or IDiscardSymbol)
        && !symbol.GetAttributes().Any(IsHiding);

    private static bool IsHiding(AttributeData attribute) =>
        attribute.AttributeClass is { Name: nameof(EditorBrowsableAttribute) }
        && attribute.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }];

    private static CompletionKind Kind(ISymbol symbol) => symbol switch
    {
        ILocalSymbol { IsConst: true } or IFieldSymbol { IsConst: true } => CompletionKind.Constant,
        IFieldSymbol { ContainingType.IsScriptClass: true } or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => CompletionKind.Variable,
        IFieldSymbol => CompletionKind.Field,
        IMethodSymbol => CompletionKind.Method,
        IPropertySymbol => CompletionKind.Property,
        IEventSymbol => CompletionKind.Event,
        INamespaceSymbol => CompletionKind.Module,
        IAliasSymbol alias => Kind(alias.Target),
        ITypeSymbol { TypeKind: TypeKind.Struct } => CompletionKind.Struct,
        ITypeSymbol { TypeKind: TypeKind.Interface } => CompletionKind.Interface,
        ITypeSymbol { TypeKind: TypeKind.Enum } => CompletionKind.Enum,
        _ => CompletionKind.Class,
    };

    private static int Group(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or { ContainingType.IsScriptClass: true } => CandidateGroup.Local,
        IMethodSymbol { MethodKind: MethodKind.ReducedExtension } => CandidateGroup.Extension,
        { ContainingType.SpecialType: SpecialType.System_Object } => CandidateGroup.Object,
        INamespaceSymbol or IAliasSymbol { Target: INamespaceSymbol } => CandidateGroup.Module,
        ITypeSymbol or IAliasSymbol => CandidateGroup.Type,
        _ => CandidateGroup.Member,
    };
}
