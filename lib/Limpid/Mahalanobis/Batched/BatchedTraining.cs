using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Batched;

/// <summary>Full-batch training of many models at once.</summary>
/// <remarks>
/// The sum of the models' losses is differentiated; as no model's loss depends on another's weights, and SGD and Adam work number by number, each model takes the steps that it would take alone.
/// </remarks>
public static class BatchedTraining
{
    /// <summary>Trains in place.</summary>
    /// <param name="models">Takes data [n, in], gives outputs with the models first and the samples last.</param>
    /// <param name="optimiser">Of the models' parameters; SGD, Adam or another that works number by number.</param>
    /// <param name="data">[n, in]; left as they are.</param>
    /// <param name="targets">[n, ...]: cut along its first dimension like the data.</param>
    /// <param name="losses">From outputs and targets to each model's mean loss over the samples given, [models].</param>
    /// <param name="options">How long and how often the losses are noted.</param>
    /// <param name="stepped">Called after each epoch with the number of epochs done.</param>
    /// <param name="cancellation">Ends the training between two epochs.</param>
    /// <exception cref="ArgumentException">Data and targets differ in length, or the losses are not one per model.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static BatchedCurve Train(
        nn.Module<Tensor, Tensor> models, optim.Optimizer optimiser, Tensor data, Tensor targets, Func<Tensor, Tensor, Tensor> losses, BatchedOptions options,
        Action<int>? stepped = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(optimiser);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(losses);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        if (data.size(0) == 0 || data.size(0) != targets.size(0)) throw new ArgumentException($"There are {data.size(0)} samples and {targets.size(0)} targets; expected as many of both, at least one.", nameof(targets));
        var (epochs, noted) = (ImmutableArray.CreateBuilder<int>(), ImmutableArray.CreateBuilder<ImmutableArray<double>>());
        void Note(int epoch, double[] values)
        {
            epochs.Add(epoch);
            noted.Add([.. values]);
        }

        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            var keep = epoch % options.Every == 0;
            var found = Step(models, optimiser, data, targets, losses, options.Chunk, keep);
            if (keep) Note(epoch, found!);
            stepped?.Invoke(epoch + 1);
        }
        using var off = no_grad();
        Note(options.Epochs, Pass(models, data, targets, losses, options.Chunk, false, true)!);
        return new(epochs.ToImmutable(), noted.ToImmutable());
    }

    /// <summary>Each model's mean loss as it is now.</summary>
    /// <param name="models">As in <see cref="Train"/>.</param>
    /// <param name="data">[n, in].</param>
    /// <param name="targets">[n, ...].</param>
    /// <param name="losses">As in <see cref="Train"/>.</param>
    /// <param name="chunk">Samples at once.</param>
    public static double[] Losses(nn.Module<Tensor, Tensor> models, Tensor data, Tensor targets, Func<Tensor, Tensor, Tensor> losses, int chunk = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(data);
        using var off = no_grad();
        return Pass(models, data, targets, losses, chunk, false, true)!;
    }

    /// <summary>One step over all data, in place.</summary>
    /// <param name="models">As in <see cref="Train"/>.</param>
    /// <param name="optimiser">As in <see cref="Train"/>.</param>
    /// <param name="data">[n, in], n at least 1.</param>
    /// <param name="targets">[n, ...].</param>
    /// <param name="losses">As in <see cref="Train"/>.</param>
    /// <param name="chunk">Samples at once.</param>
    public static void Step(nn.Module<Tensor, Tensor> models, optim.Optimizer optimiser, Tensor data, Tensor targets, Func<Tensor, Tensor, Tensor> losses, int chunk = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(optimiser);
        ArgumentNullException.ThrowIfNull(data);
        Step(models, optimiser, data, targets, losses, chunk, false);
    }

    private static double[]? Step(nn.Module<Tensor, Tensor> models, optim.Optimizer optimiser, Tensor data, Tensor targets, Func<Tensor, Tensor, Tensor> losses, int chunk, bool read)
    {
        optimiser.zero_grad();
        var found = Pass(models, data, targets, losses, chunk, true, read);
        optimiser.step();
        return found;
    }

    // Gradients of the chunks add up; only what is asked for is read back, as reading waits for the device.
    private static double[]? Pass(nn.Module<Tensor, Tensor> models, Tensor data, Tensor targets, Func<Tensor, Tensor, Tensor> losses, int chunk, bool backward, bool read)
    {
        double[]? sum = null;
        for (var (first, n) = (0L, data.size(0)); first < n; first += chunk)
        {
            using var scope = NewDisposeScope();
            var count = Math.Min(chunk, n - first);
            var part = losses(models.call(data.narrow(0, first, count)), targets.narrow(0, first, count)).mul((double)count / n);
            if (part.ndim != 1) throw new ArgumentException($"The losses have shape [{string.Join(", ", part.shape)}]; expected [models].", nameof(losses));
            if (backward) part.sum().backward();
            if (!read) continue;
            var values = Points.Numbers(part);
            sum = sum is null ? values : [.. sum.Zip(values, (a, b) => a + b)];
        }
        return sum;
    }
}
