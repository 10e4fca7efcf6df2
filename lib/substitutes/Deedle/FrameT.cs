namespace Deedle;

public class Frame<TRowKey, TColumnKey>
    where TRowKey : notnull
    where TColumnKey : notnull
{
    private readonly Index<TRowKey> _rows;
    private readonly Index<TColumnKey> _columns;
    private readonly Column<TColumnKey>[] _data;

    internal Frame(Index<TRowKey> rows, Column<TColumnKey>[] data) =>
        (_rows, _data, _columns) = (rows, data, new Index<TColumnKey>(data.Select(c => c.Key)));

    public int RowCount => _rows.Count;

    public int ColumnCount => _columns.Count;

    public IEnumerable<TRowKey> RowKeys => _rows.Keys;

    public IEnumerable<TColumnKey> ColumnKeys => _columns.Keys;

    public IEnumerable<Type> ColumnTypes => _data.Select(c => c.Type);

    public object this[TColumnKey column, TRowKey row] => GetColumn<object>(column)[row];

    public Series<TRowKey, R> GetColumn<R>(TColumnKey column)
    {
        if (!_columns.TryFind(column, out var at))
            throw new ArgumentException(FormattableString.Invariant($"Column with a key '{column}' does not exist in the data frame"), nameof(column));
        var cells = _data[at].Cells;
        return new Series<TRowKey, R>(_rows, () => Array.ConvertAll(cells, Cell.Converted<R>));
    }
}
