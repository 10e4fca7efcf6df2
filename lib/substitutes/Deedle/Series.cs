using System.Diagnostics.CodeAnalysis;

namespace Deedle;

public class Series<K, V>
    where K : notnull
{
    private readonly Index<K> _index;
    private readonly Lazy<OptionalValue<V>[]> _values;

    public Series(IEnumerable<K> keys, IEnumerable<V> values)
        : this(new Index<K>(keys), values.Select(Cell.Optional).ToArray())
    {
    }

    public Series(K[] keys, V[] values)
        : this((IEnumerable<K>)keys, values)
    {
    }

    internal Series(Index<K> index, OptionalValue<V>[] values)
    {
        if (index.Count != values.Length)
            throw new InvalidOperationException("Index and vector of a series should have the same length!");
        (_index, _values) = (index, new Lazy<OptionalValue<V>[]>(values));
    }

    // Conversion waits until a value is asked for, and so do its errors.
    internal Series(Index<K> index, Func<OptionalValue<V>[]> values) =>
        (_index, _values) = (index, new Lazy<OptionalValue<V>[]>(values));

    public int KeyCount => _index.Count;

    public int ValueCount => _values.Value.Count(v => v.HasValue);

    public IEnumerable<K> Keys => _index.Keys;

    public IEnumerable<V> Values => _values.Value.Where(v => v.HasValue).Select(v => v.Value);

    public IEnumerable<KeyValuePair<K, OptionalValue<V>>> ObservationsAll => _index.Keys.Zip(_values.Value, KeyValuePair.Create);

    [SuppressMessage("Naming", "CA1725", Justification = "The genuine name.")]
    public V this[K a] => TryGetAt(_index.Required(a)) is { HasValue: true } found
        ? found.Value
        : throw new MissingValueException(a, FormattableString.Invariant($"Value at the key {a} is missing"));

    public OptionalValue<V> TryGet(K key) => _index.TryFind(key, out var at) ? TryGetAt(at) : OptionalValue<V>.Missing;

    private OptionalValue<V> TryGetAt(int at) => _values.Value[at];
}
