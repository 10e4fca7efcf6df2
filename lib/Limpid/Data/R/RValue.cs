using System.Collections.Immutable;

namespace Limpid.Data.R;

/// <summary>A value of R with its attributes. Immutable; an environment may hold itself.</summary>
public abstract class RValue
{
    private protected RValue(IReadOnlyDictionary<string, RValue>? attributes) => Attributes = attributes ?? ImmutableDictionary<string, RValue>.Empty;

    /// <summary>The attributes by name; for an object of a formal class (S4) its slots.</summary>
    public IReadOnlyDictionary<string, RValue> Attributes { get; }

    /// <summary>The attribute <c>names</c>; null without it. A name that is missing in R is empty.</summary>
    public IReadOnlyList<string>? Names => TextsOf("names");

    /// <summary>The attribute <c>class</c>, the most special class first; empty without it.</summary>
    public IReadOnlyList<string> Classes => TextsOf("class") ?? [];

    /// <summary>The attribute <c>dim</c>; null without it.</summary>
    public IReadOnlyList<int>? Dimensions => Attributes.GetValueOrDefault("dim") is RVector<int> dim ? dim.Values : null;

    /// <summary>The parts that have names: elements of a list, variables of an environment, slots of an object.</summary>
    public virtual IEnumerable<string> PartNames => [];

    /// <summary>The part of that name; of several, the first.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="DataFormatException">There is none.</exception>
    public RValue this[string name] => Find(name) ?? throw new DataFormatException(
        RData.Format, $"there is no '{name}' in {this}; there is {(PartNames.Any() ? string.Join(", ", PartNames.Take(20)) : "nothing")}");

    /// <summary>The part of that name, or null.</summary>
    /// <param name="name">Its name.</param>
    public virtual RValue? Find(string name) => null;

    /// <summary>The numbers of a numeric or logical vector; what is missing in R is NaN.</summary>
    /// <exception cref="DataFormatException">It is something else.</exception>
    public double[] Numbers() => this switch
    {
        RVector<double> doubles => [.. doubles.Values],
        RVector<int> integers => [.. integers.Values.Select(value => value == RData.MissingInteger ? double.NaN : value)],
        _ => throw new DataFormatException(RData.Format, $"expected numbers, found {this}"),
    };

    /// <summary>The texts of a character vector, or the level of each element of a factor; what is missing in R is null.</summary>
    /// <exception cref="DataFormatException">It is something else, or a factor has no such level.</exception>
    public IReadOnlyList<string?> Texts() => this switch
    {
        RVector<string?> texts => texts.Values,
        RVector<int> codes when Attributes.GetValueOrDefault("levels") is RVector<string?> levels =>
            codes.Values.Select(code => Level(code, levels)).ToArray(),
        _ => throw new DataFormatException(RData.Format, $"expected texts or a factor, found {this}"),
    };

    private static string? Level(int code, RVector<string?> levels) =>
        code == RData.MissingInteger ? null
        : code >= 1 && code <= levels.Values.Length ? levels.Values[code - 1]
        : throw new DataFormatException(RData.Format, $"a factor of {levels.Values.Length} levels holds the code {code}");

    private IReadOnlyList<string>? TextsOf(string attribute) =>
        Attributes.GetValueOrDefault(attribute) is RVector<string?> texts ? [.. texts.Values.Select(text => text ?? "")] : null;
}
