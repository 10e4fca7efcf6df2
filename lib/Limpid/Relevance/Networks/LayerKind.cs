namespace Limpid.Relevance.Networks;

/// <summary>What a node of a <see cref="Network"/> computes; composites choose rules by it.</summary>
public enum LayerKind
{
    /// <summary>The network's input.</summary>
    Input,

    /// <summary>Fully connected.</summary>
    Linear,

    /// <summary>Convolution, 1-D or 2-D.</summary>
    Convolution,

    /// <summary>Transposed convolution, 1-D or 2-D.</summary>
    TransposedConvolution,

    /// <summary>Average pooling, also adaptive.</summary>
    AveragePool,

    /// <summary>Max-pooling.</summary>
    MaxPool,

    /// <summary>Interpolation (up- or downsampling).</summary>
    Interpolation,

    /// <summary>Batch normalisation with its running statistics.</summary>
    BatchNorm,

    /// <summary>An element-wise non-linearity.</summary>
    Activation,

    /// <summary>Moves entries without changing them: flatten, reshape, transpose, zero padding, identity, dropout.</summary>
    Reshape,

    /// <summary>The sum of several nodes.</summary>
    Sum,

    /// <summary>Several nodes side by side along one axis.</summary>
    Concatenation,

    /// <summary>The product of two nodes, entry by entry.</summary>
    Product,

    /// <summary>The matrix product of two nodes.</summary>
    MatrixProduct,

    /// <summary>Soft-max along one axis.</summary>
    Softmax,

    /// <summary>Layer normalisation.</summary>
    LayerNorm,

    /// <summary>A table of vectors looked up by index.</summary>
    Embedding,

    /// <summary>An operation for which no rule is known; a plan names it as unsupported.</summary>
    Unknown,
}
