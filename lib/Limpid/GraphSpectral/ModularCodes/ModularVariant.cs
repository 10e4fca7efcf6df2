namespace Limpid.GraphSpectral.ModularCodes;

/// <summary>A way to learn the graph, which the experiment compares with others.</summary>
/// <param name="Name">For charts.</param>
/// <param name="Key">For file names.</param>
/// <param name="Learning">Kernel, weight, batch and averaging; the steps come from <see cref="ModularSettings"/>.</param>
public sealed record ModularVariant(string Name, string Key, GraphLearning Learning)
{
    /// <summary>The paper's adaptive kernel, from 256 samples and averaged over five graphs (our choice; the text leaves both open).</summary>
    /// <param name="alpha">Weight of the penalty; not stated for this experiment.</param>
    public static ModularVariant Penalised(double alpha) => new("GSR", "gsr", Graphs(alpha));

    /// <summary>The control: the same graphs are built but weigh nothing.</summary>
    public static ModularVariant Plain() => new("no penalty", "none", Graphs(0));

    /// <summary>The published script: five nearest neighbours, alpha = 0.001, graphs from single batches of 32.</summary>
    public static ModularVariant Script() =>
        new("published script", "script", new GraphLearning { Weight = 1e-3, Kernel = CoActivationKernel.Neighbours(5), GraphBatchSize = 32 });

    private static GraphLearning Graphs(double alpha) => new() { Weight = alpha, GraphBatchSize = 256, AverageOver = 5 };
}
