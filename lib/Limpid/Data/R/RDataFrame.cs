namespace Limpid.Data.R;

/// <summary>A data frame: named columns of one length.</summary>
public sealed class RDataFrame
{
    private readonly RList columns;

    private RDataFrame(RList columns, IReadOnlyList<string> rowNames) => (this.columns, RowNames) = (columns, rowNames);

    /// <summary>A name per row; "1", "2", ... where R keeps none.</summary>
    public IReadOnlyList<string> RowNames { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> ColumnNames => columns.Names ?? [];

    /// <summary>The column of that name.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="DataFormatException">There is none.</exception>
    public RValue this[string name] => columns[name];

    /// <summary>The data frame that a value is.</summary>
    /// <param name="value">A value.</param>
    /// <exception cref="DataFormatException">It is none, or its columns differ in length.</exception>
    public static RDataFrame Of(RValue value)
    {
        if (value is not RList list || !list.Classes.Contains("data.frame") || list.Names?.Count != list.Values.Length)
            throw new DataFormatException(RData.Format, $"expected a data frame, found {value}");
        int[] lengths = [.. list.Values.Select(Length).Distinct()];
        if (lengths.Length > 1)
            throw new DataFormatException(RData.Format, $"the columns of a data frame have {string.Join(" and ", lengths)} rows");
        return new RDataFrame(list, Rows(list.Attributes.GetValueOrDefault("row.names"), lengths is [int rows] ? rows : null));
    }

    /// <summary>All columns as a matrix.</summary>
    /// <exception cref="DataFormatException">A column is not numeric.</exception>
    public RMatrix ToMatrix() =>
        new(RowNames.Count, columns.Values.Length, [.. columns.Values.SelectMany(column => column.Numbers())], RowNames, ColumnNames);

    // R keeps no names as the two integers NA and -n.
    private static string[] Rows(RValue? names, int? rows) => names switch
    {
        RVector<string?> texts when texts.Values.Length == (rows ?? texts.Values.Length) => [.. texts.Values.Select(text => text ?? "")],
        RVector<int> numbers when numbers.Values.Length == rows && !numbers.Values.Contains(RData.MissingInteger) =>
            [.. numbers.Values.Select(number => FormattableString.Invariant($"{number}"))],
        _ => [.. Enumerable.Range(1, rows ?? 0).Select(row => FormattableString.Invariant($"{row}"))],
    };

    private static int Length(RValue column) => column switch
    {
        RVector<double> vector => vector.Values.Length,
        RVector<int> vector => vector.Values.Length,
        RVector<string?> vector => vector.Values.Length,
        RList list => list.Values.Length,
        _ => throw new DataFormatException(RData.Format, $"a column of a data frame is {column}"),
    };
}
