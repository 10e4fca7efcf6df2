namespace Limpid.Spectral.Training;

/// <summary>What a layer does after its weights.</summary>
public enum LayerActivation
{
    /// <summary>Nothing.</summary>
    Linear,

    /// <summary>max(x, 0).</summary>
    ReLU,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,
}
