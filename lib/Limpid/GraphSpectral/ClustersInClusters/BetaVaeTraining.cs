using Limpid.GraphSpectral.Autoencoders;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.ClustersInClusters;

/// <summary>Training of a <see cref="BetaVae"/> by Adam.</summary>
public static class BetaVaeTraining
{
    /// <summary>Trains in place; afterwards the network is in evaluation mode.</summary>
    /// <remarks>The noise comes from libtorch's generator (<c>torch.manual_seed</c>), the choice of samples from <paramref name="random"/>.</remarks>
    /// <param name="network">The network.</param>
    /// <param name="samples">X [n, D], n at least 1; left as it is.</param>
    /// <param name="settings">How.</param>
    /// <param name="random">The choice of samples.</param>
    /// <param name="stepped">Called after each step with the number of steps done and the loss.</param>
    /// <param name="cancel">Stops between two steps.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public static void Train(
        BetaVae network, Tensor samples, AutoencoderSettings settings, Random random, Action<int, double>? stepped = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        Activations.Check(samples, network.Layout.Inputs, nameof(samples));
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        ArgumentNullException.ThrowIfNull(random);
        using var optimiser = optim.Adam(network.parameters(), settings.LearningRate, eps: settings.Epsilon);
        network.train();
        var steps = 0;
        foreach (var chosen in AutoencoderTraining.Chosen((int)samples.size(0), settings, random).Take(settings.Steps))
        {
            cancel.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            optimiser.zero_grad();
            var batch = samples.index_select(0, tensor(chosen));
            var loss = network.Loss(batch, randn([batch.size(0), network.Layout.Embedding]));
            loss.backward();
            optimiser.step();
            steps++;
            stepped?.Invoke(steps, loss.ToDouble());
        }
        network.eval();
    }
}
