using Microsoft.CodeAnalysis;

namespace Limpid.Notebooks.Language;

/// <summary>Symbols written as C#.</summary>
internal static class Signatures
{
    private const int Width = 100;

    private const SymbolDisplayMemberOptions Owner = SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeModifiers;

    private static readonly SymbolDisplayFormat Line = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.Default,
        SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue | SymbolDisplayLocalOptions.IncludeRef,
        SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    private static readonly SymbolDisplayFormat Whole = Line
        .AddMemberOptions(Owner)
        .AddGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance);

    /// <summary>In one line, with the number of further overloads.</summary>
    public static string Short(ISymbol symbol, int more) => Write(symbol, Line) + (more > 0 ? $" (+ {more} more)" : "");

    /// <summary>With modifiers and containing type; a long list of parameters has one on each line.</summary>
    public static string Full(ISymbol symbol)
    {
        var text = Write(symbol, Whole);
        return text.Length <= Width || symbol is not IMethodSymbol { Parameters.Length: > 1 } ? text : OnePerLine(symbol);
    }

    private static string Write(ISymbol symbol, SymbolDisplayFormat format) => symbol switch
    {
        IAliasSymbol alias => $"{alias.Name} = {alias.Target.ToDisplayString(format)}",
        INamedTypeSymbol { IsStatic: true } => "static " + symbol.ToDisplayString(format),
        { ContainingType.IsScriptClass: true } and not ITypeSymbol => symbol.ToDisplayString(format.RemoveMemberOptions(Owner)),
        IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } => symbol.ToDisplayString(format.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeModifiers)),
        IMethodSymbol { MethodKind: MethodKind.ReducedExtension } => "(extension) " + symbol.ToDisplayString(format),
        _ => symbol.ToDisplayString(format),
    };

    private static string OnePerLine(ISymbol method)
    {
        var text = new System.Text.StringBuilder();
        var depth = 0;
        foreach (var part in method.ToDisplayParts(Whole))
        {
            var word = part.ToString();
            if (part.Kind == SymbolDisplayPartKind.Punctuation) depth += word is "(" or "<" or "[" ? 1 : word is ")" or ">" or "]" ? -1 : 0;
            text.Append(word);
            if (depth == 1 && (word == "(" || (word == "," && text.ToString().Contains('(', StringComparison.Ordinal)))) text.Append("\n    ");
        }
        return text.ToString().Replace("\n     ", "\n    ", StringComparison.Ordinal);
    }
}
