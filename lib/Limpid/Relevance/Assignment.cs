namespace Limpid.Relevance;

/// <summary>One line of a composite: which layers get which rule.</summary>
/// <param name="Layers">The layers in words.</param>
/// <param name="Fits">Whether a layer is one of them.</param>
/// <param name="Rule">The rule.</param>
public sealed record Assignment(string Layers, Func<LayerPlace, bool> Fits, Rule Rule);
