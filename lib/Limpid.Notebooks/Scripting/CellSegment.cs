namespace Limpid.Notebooks.Scripting;

/// <summary>Consecutive lines of a cell in one language. C# keeps the empty lines before it, so that line numbers are the cell's.</summary>
internal sealed record CellSegment(CellLanguage Language, string Text, IReadOnlyList<CellReference> References)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text) && References.Count == 0;
}
