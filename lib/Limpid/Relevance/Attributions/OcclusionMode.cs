namespace Limpid.Relevance.Attributions;

/// <summary>What a window does to the input.</summary>
public enum OcclusionMode
{
    /// <summary>The window is replaced, and its relevance is how far the score drops.</summary>
    Replace,

    /// <summary>Everything but the window is replaced, and its relevance is the score that is left.</summary>
    Keep,
}
