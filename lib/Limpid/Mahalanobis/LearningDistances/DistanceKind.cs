namespace Limpid.Mahalanobis.LearningDistances;

/// <summary>What stands between the linear layer and the length.</summary>
public enum DistanceKind
{
    /// <summary>The absolute value, as many rows as inputs.</summary>
    Abs,

    /// <summary>ReLU, twice as many rows.</summary>
    Relu,

    /// <summary>The logistic function, twice as many rows.</summary>
    Sigmoid,
}
