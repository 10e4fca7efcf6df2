namespace Limpid.Notebooks.Outputs;

/// <summary>A new value for everything shown under <paramref name="DisplayId"/>, in this cell or an earlier one.</summary>
/// <param name="DisplayId">The display that changes.</param>
/// <param name="Data">The value in each of its MIME types.</param>
public sealed record UpdateOutput(string DisplayId, MimeBundle Data) : CellOutput;
