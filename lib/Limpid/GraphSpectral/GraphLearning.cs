using Limpid.Graphs;

namespace Limpid.GraphSpectral;

/// <summary>How the graph on a layer is learned during training (algorithm 1): pre-train, then rebuild the graph every so many steps.</summary>
/// <remarks>
/// The defaults are those of the authors' code; the paper's text leaves T, m and k open. The code's batch of 32 samples makes noisy graphs: 256 or
/// more is advised. The code stops as soon as a graph falls apart, which contradicts both algorithm 1 and the paper's modular
/// experiment, which counts components; so here that is off unless asked for.
/// </remarks>
public sealed record GraphLearning
{
    /// <summary>alpha, the weight of the penalty once there is a graph; 0 or larger.</summary>
    public double Weight { get; init; } = 1e-3;

    /// <summary>Steps without a graph, 0 or more.</summary>
    public int PretrainSteps { get; init; } = 5000;

    /// <summary>Steps between two graphs, at least 1.</summary>
    public int RefreshEvery { get; init; } = 100;

    /// <summary>How many samples a graph is built from, at least 1; the caller draws them.</summary>
    public int GraphBatchSize { get; init; } = 32;

    /// <summary>The graph in use is the mean of the last so many that were built, at least 1 (fewer in the beginning): one batch makes a noisy graph, and neurons
    /// that meet in it by chance would be drawn together. 1 is the code's.</summary>
    public int AverageOver { get; init; } = 1;

    /// <summary>How alike two neurons are.</summary>
    public CoActivationKernel Kernel { get; init; } = CoActivationKernel.Adaptive();

    /// <summary>Which Laplacian enters the penalty; the code takes the symmetric one for learned graphs.</summary>
    public LaplacianKind Laplacian { get; init; } = LaplacianKind.Symmetric;

    /// <summary>Whether to stop once a rebuilt graph is disconnected (more than one eigenvalue of D - W below 1e-3), after <see cref="StepsAfterStop"/> more steps
    /// with the graph before it.</summary>
    public bool StopWhenDisconnected { get; init; }

    /// <summary>Steps after the graph fell apart, 0 or more.</summary>
    public int StepsAfterStop { get; init; } = 200;

    /// <summary>Refuses what can't be.</summary>
    internal void Check()
    {
        PenaltyWeight.Check(Weight, nameof(Weight));
        AtLeast(PretrainSteps, 0, nameof(PretrainSteps));
        AtLeast(RefreshEvery, 1, nameof(RefreshEvery));
        AtLeast(GraphBatchSize, 1, nameof(GraphBatchSize));
        AtLeast(AverageOver, 1, nameof(AverageOver));
        AtLeast(StepsAfterStop, 0, nameof(StepsAfterStop));
        ArgumentNullException.ThrowIfNull(Kernel);
        if (!Enum.IsDefined(Laplacian)) throw new ArgumentOutOfRangeException(nameof(Laplacian), Laplacian, "Expected Unnormalized, Symmetric or RandomWalk.");
    }

    private static void AtLeast(int value, int least, string name)
    {
        if (value < least)
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} is {value}; expected {least} or more."));
    }
}
