using Limpid.GraphSpectral.Autoencoders;

namespace Limpid.GraphSpectral.GeneProgrammes;

/// <summary>How the networks of a comparison are trained; equal for all.</summary>
/// <param name="Training">Steps, batch and learning rate.</param>
/// <param name="Learning">How the graph is learned; the plain network goes without.</param>
public sealed record ProgrammeSettings(AutoencoderSettings Training, GraphLearning Learning)
{
    /// <summary>Neurons of the embedding, as in the paper.</summary>
    public const int Neurons = 20;

    /// <summary>The paper's kernel for this experiment: sigma is the distance to the nearest other neuron.</summary>
    public static CoActivationKernel Kernel { get; } = CoActivationKernel.Adaptive(1);

    /// <summary>The usual settings: a third of the steps without a graph, then one every 100 steps from 256 cells.</summary>
    /// <param name="steps">All steps.</param>
    /// <param name="alpha">Weight of the penalty.</param>
    public static ProgrammeSettings Of(int steps, double alpha) => new(
        new AutoencoderSettings { Steps = steps },
        new GraphLearning { Weight = alpha, PretrainSteps = steps / 3, GraphBatchSize = 256, Kernel = Kernel });

    /// <summary>The paper's widths: D, 50, 50, 20, 50, 50, D; noise as in the authors' learned-graph code.</summary>
    /// <param name="inputs">D.</param>
    public static AutoencoderLayout Layout(int inputs) => new(inputs, Neurons) { Hidden = [50, 50] };
}
