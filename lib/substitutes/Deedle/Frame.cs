using System.Reflection;

namespace Deedle;

public partial class Frame
{
    private Frame()
    {
    }

    public static Frame<int, string> FromRecords<T>(IEnumerable<T> values)
    {
        var records = values.ToArray();
        var columns = Members(typeof(T)).Select(member => new Column<string>(
            member.Name, member.Type, [.. records.Select(r => Cell.Optional<object>(member.Get(r)!))]));
        return new Frame<int, string>(new Index<int>(Enumerable.Range(0, records.Length)), [.. columns]);
    }

    public static Frame<RowKey, ColKey> FromColumns<ColKey, RowKey, V>(IEnumerable<KeyValuePair<ColKey, Series<RowKey, V>>> columns)
        where ColKey : notnull
        where RowKey : notnull
    {
        var list = columns.ToArray();
        var rows = list.Select(c => new Index<RowKey>(c.Value.Keys)).Aggregate(new Index<RowKey>([]), (a, b) => a.Union(b));
        return new Frame<RowKey, ColKey>(rows, [.. list.Select(c => new Column<ColKey>(
            c.Key, typeof(V), [.. rows.Keys.Select(k => c.Value.TryGet(k)).Select(v => v.HasValue ? new OptionalValue<object>(v.Value!) : default)]))]);
    }

    // The elements of a tuple are fields; everything else shows its properties.
    private static IEnumerable<(string Name, Type Type, Func<object?, object?> Get)> Members(Type type) =>
        type.IsAssignableTo(typeof(System.Runtime.CompilerServices.ITuple)) && type.IsValueType
            ? type.GetFields().Select(f => (f.Name, f.FieldType, (Func<object?, object?>)f.GetValue))
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0)
                .Select(p => (p.Name, p.PropertyType, (Func<object?, object?>)p.GetValue));
}
