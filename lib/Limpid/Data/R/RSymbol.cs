namespace Limpid.Data.R;

/// <summary>A name of R's language.</summary>
public sealed class RSymbol : RValue
{
    internal RSymbol(string name)
        : base(null) => Name = name;

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>For example "the symbol x".</summary>
    public override string ToString() => $"the symbol {Name}";
}
