namespace Limpid.Data.R;

/// <summary>Bioconductor's <c>ExpressionSet</c>: how much each gene is expressed in each sample, and what is known of the samples.</summary>
/// <param name="Expressions">One row per gene, one column per sample.</param>
/// <param name="Samples">One row per sample.</param>
public sealed record ExpressionSet(RMatrix Expressions, RDataFrame Samples)
{
    /// <summary>The set that an object holds.</summary>
    /// <param name="value">An object with the slots <c>assayData</c> (a list or environment with <c>exprs</c>) and <c>phenoData</c>.</param>
    /// <exception cref="DataFormatException">It is no such object, or its parts do not fit together.</exception>
    public static ExpressionSet Of(RValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var set = new ExpressionSet(RMatrix.Of(value["assayData"]["exprs"]), RDataFrame.Of(value["phenoData"]["data"]));
        return set.Samples.RowNames.Count == set.Expressions.Columns
            ? set
            : throw new DataFormatException(RData.Format, $"{set.Expressions.Columns} samples have expressions, {set.Samples.RowNames.Count} are described");
    }
}
