namespace Limpid.Relevance.Images;

/// <summary>The figure in a generated scene: its class.</summary>
public enum SceneShape
{
    /// <summary>A disc.</summary>
    Disc,

    /// <summary>A square.</summary>
    Square,

    /// <summary>An equilateral triangle.</summary>
    Triangle,

    /// <summary>A plus sign whose arms are a third as wide as it is long.</summary>
    Cross,
}
