namespace Limpid.Mahalanobis.Reading;

/// <summary>How a neuron's hyperplane lies to the data.</summary>
public enum NeuronKind
{
    /// <summary>Through the mean, within the rule's limit.</summary>
    Coherent,

    /// <summary>Elsewhere.</summary>
    AdHoc,

    /// <summary>A row of zeros, or a model whose final loss says that it never answers.</summary>
    Dead,
}
