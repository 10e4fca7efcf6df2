using System.Collections.Immutable;

namespace Limpid.Data.R;

/// <summary>A list: of any values, each perhaps with a name.</summary>
public sealed class RList : RValue
{
    private readonly ImmutableArray<string> names;

    internal RList(ImmutableArray<RValue> values, IReadOnlyDictionary<string, RValue>? attributes, ImmutableArray<string>? tags = null)
        : base(attributes) => (Values, names) = (values, tags ?? [.. Names ?? []]);

    /// <summary>The elements.</summary>
    public ImmutableArray<RValue> Values { get; }

    /// <summary>The elements that have names.</summary>
    internal IEnumerable<(string Name, RValue Value)> Parts => names.Zip(Values).Where(part => part.First.Length > 0);

    /// <inheritdoc/>
    public override IEnumerable<string> PartNames => names.Where(name => name.Length > 0);

    /// <inheritdoc/>
    public override RValue? Find(string name) => names.IndexOf(name) is >= 0 and int at && at < Values.Length ? Values[at] : null;

    /// <summary>For example "a list of 3".</summary>
    public override string ToString() => FormattableString.Invariant($"a list of {Values.Length}");
}
