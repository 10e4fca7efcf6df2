using Limpid.Spectral.Training;
using static TorchSharp.torch;

namespace Limpid.Spectral.Importance;

/// <summary>
/// A plain network whose first layer carries, on its weights, the penalty that a spectral layer's penalty amounts to at its optimum (<see cref="EigenPenalty.OnWeights"/>): a group
/// lasso for L2 and L2. It differs from the spectral network in its optimisation alone.
/// </summary>
public static class GroupLasso
{
    /// <summary>The plain network of the same layers.</summary>
    /// <param name="layout">The spectral network's layers; its penalty isn't part of the new one, see <see cref="Penalty"/>.</param>
    public static SpectralLayout Plain(SpectralLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return layout with { Setup = SpectralSetup.Direct, Penalty = EigenPenalty.None };
    }

    /// <summary>The penalty on the first layer's weights, as training takes it.</summary>
    /// <param name="penalty">The spectral penalty it amounts to.</param>
    public static Func<SpectralNetwork, Tensor> Penalty(EigenPenalty penalty)
    {
        ArgumentNullException.ThrowIfNull(penalty);
        return network =>
        {
            using var kernel = network.First.Kernel();
            return penalty.OnWeights(kernel);
        };
    }
}
