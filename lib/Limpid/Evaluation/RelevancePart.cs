namespace Limpid.Evaluation;

/// <summary>What of a signed relevance value a measure looks at.</summary>
public enum RelevancePart
{
    /// <summary>max(r, 0): evidence for the class; negative relevance counts as none.</summary>
    Positive,

    /// <summary>|r|: evidence for or against.</summary>
    Absolute,

    /// <summary>r as it is: negative values rank below 0.</summary>
    Signed,
}
