namespace Limpid.Figures;

/// <summary>One series of a grouped bar chart: a value for each category.</summary>
/// <param name="Name">The series' name in the legend.</param>
/// <param name="Values">A value for each category; NaN for none.</param>
/// <param name="Errors">Half the length of each error bar, in the unit of the values; NaN for none; null for no error bars.</param>
/// <param name="Paper">The paper's printed value for each category, drawn as grey markers; NaN where it prints none; null for no markers.</param>
/// <param name="PaperErrors">The paper's printed spread; NaN for none; null for no error bars.</param>
public sealed record BarGroup(string Name, IReadOnlyList<double> Values, IReadOnlyList<double>? Errors = null, IReadOnlyList<double>? Paper = null,
    IReadOnlyList<double>? PaperErrors = null);
