namespace Limpid.Mahalanobis.LearningDistances;

/// <summary>How a layer ended.</summary>
public enum LayerOutcome
{
    /// <summary>It measures the distance.</summary>
    Exact,

    /// <summary>It does not hear some direction.</summary>
    Lost,

    /// <summary>It hears all, and does not measure the distance.</summary>
    Neither,
}
