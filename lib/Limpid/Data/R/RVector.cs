using System.Collections.Immutable;

namespace Limpid.Data.R;

/// <summary>
/// A vector of one type: <c>int</c> for logical and integer vectors (missing: <see cref="RData.MissingInteger"/>), <c>double</c> (missing: NaN),
/// <c>string?</c> (missing: null), <c>byte</c> for raw ones.
/// </summary>
/// <typeparam name="T">Type of its elements.</typeparam>
public sealed class RVector<T> : RValue
{
    internal RVector(ImmutableArray<T> values, IReadOnlyDictionary<string, RValue>? attributes)
        : base(attributes) => Values = values;

    /// <summary>The elements; of a matrix column by column.</summary>
    public ImmutableArray<T> Values { get; }

    /// <summary>For example "a vector of 3 Double".</summary>
    public override string ToString() => FormattableString.Invariant($"a vector of {Values.Length} {typeof(T).Name}");
}
