namespace Limpid.Evaluation;

/// <summary>Where the random parameters of a layer come from.</summary>
public enum RandomWeights
{
    /// <summary>
    /// Normal numbers with mean and standard deviation of the layer's own values, parameter by parameter: the layer keeps its scale and loses what it learned. A
    /// parameter whose values are all equal keeps them.
    /// </summary>
    OwnStatistics,

    /// <summary>
    /// As linear and convolution layers start: all parameters uniform in +-1/sqrt(fan-in). In a layer without a parameter of two axes, as a normalisation is, a parameter
    /// called bias becomes 0 and every other 1.
    /// </summary>
    Initial,
}
