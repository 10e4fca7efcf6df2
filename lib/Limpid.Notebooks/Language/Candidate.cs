namespace Limpid.Notebooks.Language;

/// <summary>
/// A completion before it is known whether what was typed fits its name, which often is the text itself. Lower groups come first.
/// </summary>
internal sealed record Candidate(string Name, string Text, CompletionKind Kind, int Group, Func<string> Signature)
{
    public static Candidate Of(string text, CompletionKind kind, int group, string signature = "") => new(text, text, kind, group, () => signature);
}
