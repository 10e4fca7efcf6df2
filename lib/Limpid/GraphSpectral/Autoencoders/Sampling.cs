namespace Limpid.GraphSpectral.Autoencoders;

/// <summary>How a training step gets its samples.</summary>
public enum Sampling
{
    /// <summary>Each drawn uniformly from all, as in the learned-graph code.</summary>
    WithReplacement,

    /// <summary>Each once in an epoch, in a new random order, as in the fixed-graph code.</summary>
    Shuffled,
}
