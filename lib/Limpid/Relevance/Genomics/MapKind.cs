namespace Limpid.Relevance.Genomics;

/// <summary>How a relevance map is made sparse, if at all.</summary>
public enum MapKind
{
    /// <summary>Plain LRP.</summary>
    Plain,

    /// <summary>PLRP-lambda.</summary>
    Lambda,

    /// <summary>PLRP-lambda with the first layer pruned too, against the paper's default: only so does the map itself get exact zeros.</summary>
    LambdaAll,

    /// <summary>PLRP-M, our reconstruction.</summary>
    Matrix,

    /// <summary>The cut of PLRP-lambda applied once, to the finished plain map.</summary>
    Threshold,

    /// <summary>The largest values of the plain map, as many as <see cref="Lambda"/> leaves.</summary>
    Top,

    /// <summary>Random non-zero values of the plain map, as many as <see cref="Lambda"/> leaves.</summary>
    Random,

    /// <summary>The largest values of the plain map, as many as <see cref="LambdaAll"/> leaves.</summary>
    TopAll,

    /// <summary>Random non-zero values of the plain map, as many as <see cref="LambdaAll"/> leaves.</summary>
    RandomAll,
}
