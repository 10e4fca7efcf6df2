namespace Limpid.Figures;

/// <summary>Values of a paper, printed or read off its figure, drawn as grey markers beside ours.</summary>
/// <param name="X">Where they stand.</param>
/// <param name="Y">The values; NaN for none.</param>
/// <param name="Name">What the legend calls them, for example <c>paper (digitised)</c>.</param>
public sealed record PaperPoints(IReadOnlyList<double> X, IReadOnlyList<double> Y, string Name = "paper");
