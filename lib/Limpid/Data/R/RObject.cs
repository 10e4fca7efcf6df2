namespace Limpid.Data.R;

/// <summary>An object of a formal class (S4); its slots are its parts.</summary>
public sealed class RObject : RValue
{
    internal RObject(IReadOnlyDictionary<string, RValue>? attributes)
        : base(attributes)
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<string> PartNames => Attributes.Keys;

    /// <inheritdoc/>
    public override RValue? Find(string name) => Attributes.GetValueOrDefault(name);

    /// <summary>For example "an object of class ExpressionSet".</summary>
    public override string ToString() => $"an object of class {string.Join("/", Classes.DefaultIfEmpty("?"))}";
}
