namespace Limpid.Data;

/// <summary>One source that was tried and why it gave nothing.</summary>
/// <param name="Source">The source in words.</param>
/// <param name="Reason">The reason in words.</param>
public sealed record DataAttempt(string Source, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Source} ({Reason.TrimEnd('.')})";
}
