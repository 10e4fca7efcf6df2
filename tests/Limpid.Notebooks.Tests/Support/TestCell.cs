namespace Limpid.Notebooks.Tests.Support;

/// <summary>A code cell of a notebook made by a test.</summary>
internal sealed record TestCell(string Source, params string[] Tags)
{
    public static implicit operator TestCell(string source) => new(source);
}
