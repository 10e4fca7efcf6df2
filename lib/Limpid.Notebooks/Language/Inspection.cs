namespace Limpid.Notebooks.Language;

/// <summary>What a name in a cell means: its signature in C# and its documentation.</summary>
/// <param name="Plain">As plain text (<c>text/plain</c>).</param>
/// <param name="Markdown">As Markdown (<c>text/markdown</c>).</param>
public sealed record Inspection(string Plain, string Markdown);
