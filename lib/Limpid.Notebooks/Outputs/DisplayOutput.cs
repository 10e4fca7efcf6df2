namespace Limpid.Notebooks.Outputs;

/// <summary>A value shown with <c>display(x)</c>.</summary>
/// <param name="DisplayId">Names this display in later updates.</param>
/// <param name="Data">The value in each of its MIME types.</param>
public sealed record DisplayOutput(string DisplayId, MimeBundle Data) : CellOutput;
