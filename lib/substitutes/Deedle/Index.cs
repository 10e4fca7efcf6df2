namespace Deedle;

internal sealed class Index<K>
    where K : notnull
{
    private readonly Dictionary<K, int> _places = [];
    private readonly K[] _keys;

    public Index(IEnumerable<K> keys)
    {
        _keys = keys.ToArray();
        for (var i = 0; i < _keys.Length; i++)
            if (!_places.TryAdd(_keys[i], i))
                throw new ArgumentException($"Duplicate key '{Quoted(_keys[i])}'. Duplicate keys are not allowed in the index.", nameof(keys));
    }

    public int Count => _keys.Length;

    public IEnumerable<K> Keys => _keys.AsEnumerable();

    public bool TryFind(K key, out int at) => _places.TryGetValue(key, out at);

    public int Required(K key) => TryFind(key, out var at)
        ? at
        : throw new KeyNotFoundException(FormattableString.Invariant($"The key {key} is not present in the index"));

    /// <summary>The keys of both: in order when both are in order, else the other's new ones behind.</summary>
    public Index<K> Union(Index<K> other)
    {
        var all = _keys.Concat(other._keys.Where(k => !_places.ContainsKey(k)));
        return new Index<K>(IsOrdered && other.IsOrdered ? all.Order() : all);
    }

    private bool IsOrdered => typeof(IComparable<K>).IsAssignableFrom(typeof(K))
        && _keys.Zip(_keys.Skip(1)).All(pair => Comparer<K>.Default.Compare(pair.First, pair.Second) < 0);

    private static string Quoted(K key) => key is string ? $"\"{key}\"" : FormattableString.Invariant($"{key}");
}
