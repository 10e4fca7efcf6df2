using Limpid.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.Autoencoders;

/// <summary>Training of an <see cref="Autoencoder"/>: <c>mean (x - x')^2 + penalty(z)</c>, the mean over batch and inputs, by Adam.</summary>
public static class AutoencoderTraining
{
    /// <summary>Trains in place; afterwards the network is in evaluation mode.</summary>
    /// <remarks>Noise comes from libtorch's generator (<c>torch.manual_seed</c>), the choice of samples from <paramref name="random"/>.</remarks>
    /// <param name="network">The network.</param>
    /// <param name="samples">X [n, D], n at least 1; left as it is.</param>
    /// <param name="settings">How.</param>
    /// <param name="random">The choice of samples.</param>
    /// <param name="penalty">From the embedding Z [B, N], before the noise, and the step, counted from 0, to the term to add; null for none.</param>
    /// <param name="stepped">Called after each step with the number of steps done and the whole loss.</param>
    /// <param name="cancel">Stops between two steps.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public static void Train(
        Autoencoder network, Tensor samples, AutoencoderSettings settings, Random random,
        Func<Tensor, long, Tensor>? penalty = null, Action<int, double>? stepped = null, CancellationToken cancel = default)
    {
        Check(network, samples, settings, random);
        Run(network, samples, settings, random, penalty, _ => true, stepped, cancel);
    }

    /// <summary>Trains in place with a graph that is learned on the way; ends early where the penalty's settings say so.</summary>
    /// <param name="network">The network.</param>
    /// <param name="samples">X [n, D], n at least 1; left as it is.</param>
    /// <param name="settings">How; steps count pre-training too.</param>
    /// <param name="random">The choice of samples, for steps and for graphs.</param>
    /// <param name="penalty">On the N neurons of the embedding; its graphs are made in evaluation mode, without noise.</param>
    /// <param name="stepped">Called after each step with the number of steps done and the whole loss.</param>
    /// <param name="cancel">Stops between two steps.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network, or the penalty another number of neurons.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public static void Train(
        Autoencoder network, Tensor samples, AutoencoderSettings settings, Random random,
        LearnedGraphPenalty penalty, Action<int, double>? stepped = null, CancellationToken cancel = default)
    {
        Check(network, samples, settings, random);
        ArgumentNullException.ThrowIfNull(penalty);
        Run(network, samples, settings, random, (z, _) => penalty.call(z), _ => penalty.NextStep(Embedding), stepped, cancel);

        Tensor Embedding(int size)
        {
            using var index = tensor(Batches.Drawn((int)samples.size(0), size, random).First());
            using var batch = samples.index_select(0, index);
            network.eval();
            var embedding = network.Encode(batch);
            network.train();
            return embedding;
        }
    }

    private static void Run(
        Autoencoder network, Tensor samples, AutoencoderSettings settings, Random random,
        Func<Tensor, long, Tensor>? penalty, Func<int, bool> begin, Action<int, double>? stepped, CancellationToken cancel)
    {
        using var optimiser = optim.Adam(network.parameters(), settings.LearningRate, eps: settings.Epsilon);
        network.train();
        var steps = 0;
        foreach (var chosen in Chosen((int)samples.size(0), settings, random).Take(settings.Steps))
        {
            cancel.ThrowIfCancellationRequested();
            if (!begin(steps)) break;
            using var scope = NewDisposeScope();
            optimiser.zero_grad();
            var batch = samples.index_select(0, tensor(chosen));
            var embedding = network.Encode(batch);
            var loss = nn.functional.mse_loss(network.Decode(embedding), batch);
            if (penalty is not null) loss = loss.add(penalty(embedding, steps));
            loss.backward();
            optimiser.step();
            steps++;
            stepped?.Invoke(steps, loss.ToDouble());
        }
        network.eval();
    }

    /// <summary>The samples of each step, without end.</summary>
    internal static IEnumerable<long[]> Chosen(int samples, AutoencoderSettings settings, Random random) => settings.Sampling switch
    {
        Sampling.Shuffled => Batches.Shuffled(samples, settings.BatchSize, int.MaxValue, random),
        _ => Batches.Drawn(samples, settings.BatchSize, random),
    };

    private static void Check(Autoencoder network, Tensor samples, AutoencoderSettings settings, Random random)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.ndim != 2 || samples.size(0) == 0 || samples.size(1) != network.Layout.Inputs)
            throw new ArgumentException(FormattableString.Invariant(
                $"The samples have shape [{string.Join(", ", samples.shape)}]; expected [n, {network.Layout.Inputs}] with n at least 1."), nameof(samples));
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        ArgumentNullException.ThrowIfNull(random);
    }
}
