namespace Limpid.GraphSpectral;

/// <summary>The two activation penalties that the paper compares with, both summed over the batch (authors' code), unlike the graph penalty.</summary>
public enum ActivationNorm
{
    /// <summary>sum_b sum_i |z_bi|.</summary>
    L1,

    /// <summary>1/2 sum_b sum_i z_bi^2.</summary>
    L2,
}
