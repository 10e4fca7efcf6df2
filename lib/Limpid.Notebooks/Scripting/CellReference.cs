namespace Limpid.Notebooks.Scripting;

/// <summary>A <c>#r "…"</c> line of a cell, without the quotes.</summary>
internal sealed record CellReference(string Text, int Line);
