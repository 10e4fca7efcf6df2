namespace Limpid.GraphSpectral;

/// <summary>The penalties on the activations themselves: the two that the paper compares with and two more of the authors' code.</summary>
/// <remarks>L1, L2 and Hinge are summed over the batch (authors' code), unlike the graph penalty, which is averaged.</remarks>
public enum ActivationNorm
{
    /// <summary>sum_b sum_i |z_bi|.</summary>
    L1,

    /// <summary>1/2 sum_b sum_i z_bi^2.</summary>
    L2,

    /// <summary>sum_i (mean_b z_bi)^2: keeps each neuron's mean near 0. The code's weight is 0 or 1e-5.</summary>
    BatchMean,

    /// <summary>sum_b sum_i f(|z_bi|) with f(x) = sqrt x above 1/2 and x otherwise, as in the code; it jumps by 0.21 at 1/2.</summary>
    Hinge,
}
