namespace Limpid.Data.R;

/// <summary>A matrix of numbers with the names of its rows and columns.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Number of columns.</param>
/// <param name="Values">The numbers column by column; what is missing in R is NaN.</param>
/// <param name="RowNames">A name per row, or empty.</param>
/// <param name="ColumnNames">A name per column, or empty.</param>
public sealed record RMatrix(int Rows, int Columns, IReadOnlyList<double> Values, IReadOnlyList<string> RowNames, IReadOnlyList<string> ColumnNames)
{
    /// <summary>A numeric matrix, or a data frame of numeric columns.</summary>
    /// <param name="value">A value.</param>
    /// <exception cref="DataFormatException">It is neither, or its sizes do not fit together.</exception>
    public static RMatrix Of(RValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value is RList)
            return RDataFrame.Of(value).ToMatrix();
        if (value.Dimensions is not [int rows, int columns] || rows < 0 || columns < 0)
            throw new DataFormatException(RData.Format, $"expected a matrix, found {value}");
        double[] numbers = value.Numbers();
        if ((long)rows * columns != numbers.Length)
            throw new DataFormatException(RData.Format, $"a matrix of {rows} x {columns} has {numbers.Length} values");
        RList? names = value.Attributes.GetValueOrDefault("dimnames") as RList;
        return new RMatrix(rows, columns, numbers, Names(names, 0, rows), Names(names, 1, columns));
    }

    private static string[] Names(RList? names, int axis, int count)
    {
        if (names is null || names.Values.Length <= axis || names.Values[axis] is RNull)
            return [];
        IReadOnlyList<string?> texts = names.Values[axis].Texts();
        return texts.Count == count
            ? [.. texts.Select(text => text ?? "")]
            : throw new DataFormatException(RData.Format, $"axis {axis} of a matrix has {count} entries and {texts.Count} names");
    }
}
