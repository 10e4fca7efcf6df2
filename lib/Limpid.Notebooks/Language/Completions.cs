namespace Limpid.Notebooks.Language;

/// <summary>The ways to go on from a place in a cell, the best first.</summary>
/// <param name="Start">Where the replaced text starts, in UTF-16 units.</param>
/// <param name="End">Where it ends: the end of the word at the cursor, or the cursor itself when nothing of the word is typed yet.</param>
/// <param name="Items">Empty where nothing can be said: in comments, text, or where a new name is made up.</param>
public sealed record Completions(int Start, int End, IReadOnlyList<Completion> Items);
