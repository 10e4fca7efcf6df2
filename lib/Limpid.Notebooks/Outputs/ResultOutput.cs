namespace Limpid.Notebooks.Outputs;

/// <summary>The value of the cell's last expression.</summary>
/// <param name="Data">The value in each of its MIME types.</param>
public sealed record ResultOutput(MimeBundle Data) : CellOutput;
