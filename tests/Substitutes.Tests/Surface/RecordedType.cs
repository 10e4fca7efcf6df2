namespace Substitutes.Tests.Surface;

/// <summary>One type of a recorded public surface: its header line and the lines of its members.</summary>
public sealed record RecordedType(string Name, string Header, IReadOnlyList<string> Members)
{
    public bool IsInterface => Header.Contains(" interface ", StringComparison.Ordinal);
}
