namespace Limpid.Notebooks.Outputs;

/// <summary>Text written to the console.</summary>
/// <param name="Name">"stdout" or "stderr".</param>
/// <param name="Text">The text; adjacent outputs of one stream belong together.</param>
public sealed record StreamOutput(string Name, string Text) : CellOutput;
