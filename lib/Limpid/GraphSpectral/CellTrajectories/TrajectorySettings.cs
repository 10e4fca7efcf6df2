namespace Limpid.GraphSpectral.CellTrajectories;

/// <summary>
/// How the autoencoders are trained and read; equal for all networks of a comparison. What the paper leaves open was chosen on seeds from 1000 up.
/// </summary>
/// <param name="Steps">Training steps, pre-training included.</param>
/// <param name="PretrainSteps">Steps before the first graph.</param>
public sealed record TrajectorySettings(int Steps, int PretrainSteps)
{
    /// <summary>Neurons of the embedding.</summary>
    public int Neurons { get; init; } = 100;

    /// <summary>Samples in a step.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Steps between two graphs.</summary>
    public int RefreshEvery { get; init; } = 100;

    /// <summary>Samples behind a graph.</summary>
    public int GraphBatchSize { get; init; } = 256;

    /// <summary>The graph in use is the mean of the last so many.</summary>
    public int AverageOver { get; init; } = 1;

    /// <summary>Rank of the neighbour that gives the kernel its width.</summary>
    public int KernelRank { get; init; } = 2;

    /// <summary>Groups of cells of equal number, by time, in each segment.</summary>
    public int Bins { get; init; } = 12;

    /// <summary>Permutations of the neurons in a null.</summary>
    public int Permutations { get; init; } = 200;

    /// <summary>How the graph is learned.</summary>
    /// <param name="alpha">Weight of the penalty; 0 for the plain network.</param>
    public GraphLearning Learning(double alpha) => new()
    {
        Weight = alpha, PretrainSteps = PretrainSteps, RefreshEvery = RefreshEvery, GraphBatchSize = GraphBatchSize, AverageOver = AverageOver,
        Kernel = CoActivationKernel.Adaptive(KernelRank),
    };
}
