namespace Limpid.Mahalanobis.Reading;

/// <summary>What tells a hyperplane through the data from one beside it.</summary>
public enum CoherenceMeasure
{
    /// <summary>|m| / sqrt(w' Sigma w): how many standard deviations the pre-activation's mean lies off 0; does not depend on units.</summary>
    ZOffset,

    /// <summary>|m| = |w mu + b|, not divided by |w|: the rule of the source.</summary>
    Preactivation,
}
