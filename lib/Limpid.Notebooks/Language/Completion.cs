namespace Limpid.Notebooks.Language;

/// <summary>One way to go on.</summary>
/// <param name="Text">What replaces the typed word.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Signature">What it is, in one line of C#; empty if the text says all.</param>
public sealed record Completion(string Text, CompletionKind Kind, string Signature);
