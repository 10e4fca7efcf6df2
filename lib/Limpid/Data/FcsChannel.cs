namespace Limpid.Data;

/// <summary>One channel of a cytometer.</summary>
/// <param name="Name">Its short name, <c>$PnN</c>, for example <c>Yb172Di</c>.</param>
/// <param name="Label">What was stained, <c>$PnS</c>, for example <c>CD4</c>; null where the file says nothing.</param>
public sealed record FcsChannel(string Name, string? Label)
{
    /// <summary>The label, or the name where there is none.</summary>
    public override string ToString() => Label ?? Name;
}
