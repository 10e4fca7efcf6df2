namespace Limpid.Cli.Exporting;

/// <summary>A heading of a page.</summary>
/// <param name="Id">Its name in the page.</param>
/// <param name="Level">1 to 6.</param>
/// <param name="Html">Its content without links.</param>
internal sealed record PageHeading(string Id, int Level, string Html);
