namespace Limpid.Figures;

/// <summary>A JSON object of the Plotly schema, in the order it is written.</summary>
internal sealed class Props : Dictionary<string, object?>;
