using Limpid.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance.Genomics;

/// <summary>Training of a network on sequences by Adam, stopped early: it keeps the weights of the pass with the least loss on validation sequences.</summary>
public static class SequenceTraining
{
    /// <summary>Sequences that are read at once where no gradient is needed.</summary>
    internal const int ReadBatch = 500;

    /// <summary>Trains in place; afterwards the network has the best weights and is in evaluation mode.</summary>
    /// <param name="network">From inputs [N, 4, L] to scores [N, C].</param>
    /// <param name="train">Inputs, and what <paramref name="loss"/> compares with: one row each.</param>
    /// <param name="validation">The same, of other sequences.</param>
    /// <param name="loss">From scores and truths to the mean loss, for example <c>binary_cross_entropy_with_logits</c>.</param>
    /// <param name="settings">How.</param>
    /// <param name="random">Order of the sequences.</param>
    /// <param name="cancel">Stops between two steps.</param>
    /// <returns>The validation loss after each pass.</returns>
    /// <exception cref="ArgumentException">Inputs and truths differ in number.</exception>
    public static IReadOnlyList<double> Train(
        nn.Module<Tensor, Tensor> network, (Tensor Inputs, Tensor Truths) train, (Tensor Inputs, Tensor Truths) validation, Func<Tensor, Tensor, Tensor> loss,
        SequenceTrainingSettings settings, Random random, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        Check(train, nameof(train));
        Check(validation, nameof(validation));
        using var scope = NewDisposeScope();
        using var optimiser = optim.Adam(network.parameters(), settings.LearningRate);
        var (losses, best) = (new List<double>(), (Dictionary<string, Tensor>?)null);
        for (var epoch = 0; epoch < settings.Epochs && losses.Count - losses.IndexOf(losses.DefaultIfEmpty().Min()) <= settings.Patience; epoch++)
        {
            network.train();
            foreach (var batch in Batches.Shuffled((int)train.Inputs.shape[0], settings.BatchSize, 1, random))
            {
                cancel.ThrowIfCancellationRequested();
                using var step = NewDisposeScope();
                var index = tensor(batch, device: train.Inputs.device);
                optimiser.zero_grad();
                loss(network.call(train.Inputs.index_select(0, index)), train.Truths.index_select(0, index)).backward();
                optimiser.step();
            }
            losses.Add(Loss(network, validation, loss));
            if (losses[^1] <= losses.Min())
                best = network.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone());
        }
        if (best is not null)
            network.load_state_dict(best);
        network.eval();
        return losses;
    }

    /// <summary>The scores of a network in evaluation mode, without a gradient, in batches.</summary>
    /// <param name="network">The network; its mode is as before afterwards.</param>
    /// <param name="inputs">[N, 4, L].</param>
    /// <returns>[N, C].</returns>
    public static Tensor Scores(nn.Module<Tensor, Tensor> network, Tensor inputs)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(inputs);
        var training = network.training;
        network.eval();
        try
        {
            using (no_grad())
            using (var scope = NewDisposeScope())
                return cat([.. inputs.split(ReadBatch).Select(network.call)]).MoveToOuterDisposeScope();
        }
        finally
        {
            network.train(training);
        }
    }

    private static double Loss(nn.Module<Tensor, Tensor> network, (Tensor Inputs, Tensor Truths) validation, Func<Tensor, Tensor, Tensor> loss)
    {
        using var scope = NewDisposeScope();
        return loss(Scores(network, validation.Inputs), validation.Truths).ToDouble();
    }

    private static void Check((Tensor Inputs, Tensor Truths) data, string name)
    {
        ArgumentNullException.ThrowIfNull(data.Inputs, name);
        ArgumentNullException.ThrowIfNull(data.Truths, name);
        if (data.Inputs.shape[0] == 0 || data.Inputs.shape[0] != data.Truths.shape[0])
            throw new ArgumentException($"{name} has {data.Inputs.shape[0]} inputs and {data.Truths.shape[0]} truths; expected as many, at least one.", name);
    }
}
