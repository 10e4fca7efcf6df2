using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Limpid.Cli.Exporting.Rendering;

/// <summary>The kinds of words in C#, from syntax alone: what only a compiler knows keeps the colour of plain text.</summary>
internal static class CodeWord
{
    /// <summary>Class of keywords.</summary>
    public const string Keyword = "hk";

    /// <summary>Class of strings and characters.</summary>
    public const string String = "hs";

    /// <summary>Class of numbers.</summary>
    public const string Number = "hn";

    /// <summary>Class of comments.</summary>
    public const string Comment = "hc";

    /// <summary>Class of directives.</summary>
    public const string Directive = "hp";

    /// <summary>Class of types.</summary>
    public const string Type = "ht";

    /// <summary>Class of methods.</summary>
    public const string Method = "hm";

    /// <summary>All classes.</summary>
    public static IReadOnlyList<string> All { get; } = [Keyword, String, Number, Comment, Directive, Type, Method];

    /// <summary>The class of a token, or null for plain text.</summary>
    /// <param name="token">The token.</param>
    public static string? ClassOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => Number,
        SyntaxKind.CharacterLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedRawStringEndToken => String,
        SyntaxKind.IdentifierToken => Name(token),
        var kind when SyntaxFacts.IsKeywordKind(kind) => Keyword,
        _ => null,
    };

    /// <summary>The class of what stands between tokens, or null for plain text.</summary>
    /// <param name="trivia">Space, comment or directive.</param>
    public static string? ClassOf(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia or SyntaxKind.DisabledTextTrivia => Comment,
        _ when trivia.IsDirective => Directive,
        _ => null,
    };

    private static string? Name(SyntaxToken token) => token.Parent switch
    {
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax or ConstructorDeclarationSyntax => Type,
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => Method,
        IdentifierNameSyntax { IsVar: true } name when SyntaxFacts.IsInTypeOnlyContext(name) => Keyword,
        SimpleNameSyntax name when IsCalled(name) => Method,
        SimpleNameSyntax name when SyntaxFacts.IsInTypeOnlyContext(name) || IsTypeByCase(name) => Type,
        _ => null,
    };

    private static bool IsCalled(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call => call.Expression == name,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member => member.Name == name && call.Expression == member,
        MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax } => true,
        _ => false,
    };

    // What begins a chain of members with a capital is a type, a property or a namespace; the first is by far the most frequent in cells.
    private static bool IsTypeByCase(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax member && member.Expression == name && char.IsUpper(name.Identifier.ValueText.FirstOrDefault());
}
