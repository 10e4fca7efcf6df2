namespace Limpid.Notebooks.Language;

/// <summary>Whether a cell's text can be run as it stands.</summary>
/// <param name="Status">The answer.</param>
/// <param name="Indent">The spaces the next line should start with, when the text is incomplete; otherwise empty.</param>
public sealed record Completeness(CompletenessStatus Status, string Indent);
