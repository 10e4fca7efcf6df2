using Microsoft.CodeAnalysis.CSharp;

namespace Limpid.Notebooks.Language;

/// <summary>Words in a text.</summary>
internal static class Words
{
    /// <summary>The word that contains or touches a place, with its <c>@</c>.</summary>
    public static (int Start, int End) At(string text, int place)
    {
        var (start, end) = (place, place);
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[start - 1])) start--;
        if (start > 0 && text[start - 1] == '@') start--;
        while (end < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[end])) end++;
        return (start, end);
    }
}
