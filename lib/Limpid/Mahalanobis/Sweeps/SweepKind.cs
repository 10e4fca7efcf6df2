namespace Limpid.Mahalanobis.Sweeps;

/// <summary>What a sweep does to each unit of a layer.</summary>
public enum SweepKind
{
    /// <summary><c>c s</c>.</summary>
    Scale,

    /// <summary><c>min(s, least + (largest - least) c)</c>: nothing above a part of the unit's range.</summary>
    Clip,

    /// <summary><c>s' s + t</c> with a shift of a part of the unit's range, the largest activation kept where it is.</summary>
    Offset,

    /// <summary><c>max(s, least + (largest - least) c)</c>: nothing below a part of the unit's range.</summary>
    Raise,
}
