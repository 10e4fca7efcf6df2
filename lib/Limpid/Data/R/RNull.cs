namespace Limpid.Data.R;

/// <summary>R's <c>NULL</c>, and what has no content here: R's own environments, a missing argument.</summary>
public sealed class RNull : RValue
{
    private RNull()
        : base(null)
    {
    }

    /// <summary>The one value.</summary>
    public static RNull Value { get; } = new();

    /// <summary>"NULL".</summary>
    public override string ToString() => "NULL";
}
