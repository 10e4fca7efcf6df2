namespace Limpid.Mahalanobis.Batched;

/// <summary>How weights [out, in] start.</summary>
public enum WeightStart
{
    /// <summary>PyTorch's own: weights and biases uniform within <c>1 / sqrt(in)</c>.</summary>
    Default,

    /// <summary>Uniform within <c>sqrt(6 / (in + out))</c>; biases 0.</summary>
    XavierUniform,

    /// <summary>Normal with standard deviation <c>sqrt(2 / (in + out))</c>; biases 0.</summary>
    XavierNormal,

    /// <summary>Normal with standard deviation <c>sqrt(2 / in)</c>; biases 0.</summary>
    KaimingNormal,
}
