namespace Limpid.Relevance;

/// <summary>What to do with layers for which a composite has no fitting rule.</summary>
public enum UnsupportedLayers
{
    /// <summary>Refuse, naming the layer and the remedies.</summary>
    Refuse,

    /// <summary>Send the gradient through; the plan says where.</summary>
    Gradient,
}
