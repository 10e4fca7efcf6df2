using Limpid.Data.R;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Data;

/// <summary>The single-cell data sets of the manifest; fetched on first use, checked on every use.</summary>
public static class SingleCellSets
{
    private const string Fpkm = "log10(FPKM + 1)";

    /// <summary>
    /// Human myoblasts that become muscle, 271 cells: log10(FPKM + 1), with <c>Hours</c> in the differentiation medium (0, 24, 48, 72), <c>Media</c>, and
    /// <c>Pseudotime</c> and <c>State</c> as the data's authors computed them.
    /// </summary>
    /// <param name="allGenes">All 47 192 genes and not only the 518 that the authors marked for ordering the cells.</param>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had, stored or read.</exception>
    public static CellSet Myoblasts(bool allGenes = false, DataStore? store = null)
    {
        var files = new Source("myoblasts", store);
        RMatrix values = RMatrix.Of(files["HSMM_expr_matrix.rda"]["HSMM_expr_matrix"]);
        RDataFrame samples = RDataFrame.Of(files["HSMM_sample_sheet.rda"]["HSMM_sample_sheet"]);
        RDataFrame genes = RDataFrame.Of(files["HSMM_gene_annotation.rda"]["HSMM_gene_annotation"]);
        double[] marked = genes["use_for_ordering"].Numbers();
        int[] rows = [.. Enumerable.Range(0, values.Rows).Where(row => allGenes || marked[row] == 1)];
        return Build("myoblasts", Fpkm, values, rows, Texts(genes["gene_short_name"]), samples.RowNames, Logarithm,
            [Categories(samples, "Hours"), Categories(samples, "Media"), Categories(samples, "State"), Number(samples, "Pseudotime")]);
    }

    /// <summary>The mouse embryo from 2 to 64 cells (Guo 2010), 428 cells x 48 genes: log2 of the expression over that of the housekeeping genes, with <c>Stage</c> (2 to 64).</summary>
    /// <remarks>The file holds qPCR cycles less those of the housekeeping genes, which are fewer where there is more; here the sign is turned.</remarks>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had, stored or read.</exception>
    public static CellSet Embryo(DataStore? store = null)
    {
        ExpressionSet set = ExpressionSet.Of(new Source("embryo", store)["guo_norm.rda"]["guo_norm"]);
        double[] stages = set.Samples["num_cells"].Numbers();
        double[] distinct = [.. stages.Distinct().Order()];
        var stage = new CellAnnotation("Stage", [.. stages.Select(value => (double)Array.IndexOf(distinct, value))], [.. distinct.Select(Show)]);
        return Build("embryo", "log2 expression over housekeeping genes", set.Expressions, [.. Enumerable.Range(0, set.Expressions.Rows)], set.Expressions.RowNames,
            Texts(set.Samples["Cell"]), cycles => -cycles, [stage]);
    }

    /// <summary>
    /// Mouse lung epithelium (Treutlein 2014), 185 cells x 218 genes: log10(FPKM + 1), with <c>Time</c> (E14.5, E16.5, E18.5, Adult), and <c>Pseudotime</c> and
    /// <c>State</c> as the authors of the package computed them.
    /// </summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had, stored or read.</exception>
    public static CellSet Lung(DataStore? store = null)
    {
        var files = new Source("lung", store);
        RMatrix values = RMatrix.Of(files["lung_exprs_data.RData"]["lung_exprs_data"]);
        RDataFrame samples = RDataFrame.Of(files["lung_phenotype_data.RData"]["lung_phenotype_data"]);
        RDataFrame genes = RDataFrame.Of(files["lung_feature_data.RData"]["lung_feature_data"]);
        return Build("lung", Fpkm, values, [.. Enumerable.Range(0, values.Rows)], Texts(genes["gene_short_name"]), samples.RowNames, Logarithm,
            [Categories(samples, "Time", ["E14.5", "E16.5", "E18.5", "Adult"]), Categories(samples, "State"), Number(samples, "Pseudotime")]);
    }

    /// <summary>The mouse thymus by mass cytometry (Setty 2016), 25 000 cells x 13 markers: arcsinh-transformed counts as stored; nothing else is known of the cells.</summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had, stored or read.</exception>
    public static CellSet Thymus(DataStore? store = null)
    {
        FcsFile file = FcsReader.Read((store ?? DataStore.Default).Read("thymus", "sample_masscyt.fcs", new FetchNotice()));
        using Tensor values = tensor(file.Values, dtype: float32);
        return new CellSet("thymus", "arcsinh counts", values, [.. file.Channels.Select(channel => channel.ToString())],
            [.. Enumerable.Range(0, file.Values.GetLength(0)).Select(cell => FormattableString.Invariant($"{cell}"))], []);
    }

    private static CellSet Build(
        string name, string valueName, RMatrix values, int[] rows, IReadOnlyList<string> genes, IReadOnlyList<string> cells, Func<double, double> scale,
        IReadOnlyList<CellAnnotation> annotations)
    {
        if (genes.Count != values.Rows || cells.Count != values.Columns)
            throw new DataFormatException("data set", $"'{name}' has {values.Rows} x {values.Columns} values, {genes.Count} genes and {cells.Count} cells");
        float[] cellMajor = new float[(long)rows.Length * values.Columns];
        for (int cell = 0; cell < values.Columns; cell++)
            for (int gene = 0; gene < rows.Length; gene++)
                cellMajor[cell * rows.Length + gene] = (float)scale(values.Values[cell * values.Rows + rows[gene]]);
        using Tensor expression = tensor(cellMajor, [values.Columns, rows.Length]);
        return new CellSet(name, valueName, expression, [.. rows.Select(row => genes[row])], cells, annotations);
    }

    private static double Logarithm(double fpkm) => Math.Log10(fpkm + 1);

    private static string Show(double value) => FormattableString.Invariant($"{value}");

    private static string[] Texts(RValue value) => [.. value.Texts().Select(text => text ?? "")];

    private static CellAnnotation Number(RDataFrame samples, string name) => new(name, samples[name].Numbers());

    private static CellAnnotation Categories(RDataFrame samples, string name, string[]? order = null)
    {
        IReadOnlyList<string?> texts = samples[name].Texts();
        order ??= [.. texts.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return new CellAnnotation(name, [.. texts.Select(text => Array.IndexOf(order, text) is >= 0 and int at ? at : double.NaN)], order);
    }

    private sealed class Source(string set, DataStore? store)
    {
        private readonly DataStore store = store ?? DataStore.Default;
        private readonly FetchNotice notice = new();

        public RList this[string file] => RData.Read(store.Read(set, file, notice));
    }
}
