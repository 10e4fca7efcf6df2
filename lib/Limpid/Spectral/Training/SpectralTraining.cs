using Limpid.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Spectral.Training;

/// <summary>Training of a <see cref="SpectralNetwork"/>: task loss plus the first layer's penalty, by Adam.</summary>
public static class SpectralTraining
{
    /// <summary>Trains in place; afterwards the network is in evaluation mode.</summary>
    /// <remarks>Dropout comes from libtorch's generator (<c>torch.manual_seed</c>), the order of the samples from <paramref name="random"/>.</remarks>
    /// <param name="network">The network.</param>
    /// <param name="inputs">X [n, n_in], float32; left as it is. The last part is set apart, see <see cref="SpectralTrainingSettings.ValidationShare"/>.</param>
    /// <param name="targets">One per sample, as the loss takes them; left as they are.</param>
    /// <param name="loss">What is trained for.</param>
    /// <param name="settings">How.</param>
    /// <param name="random">The order of the samples.</param>
    /// <param name="penalty">A term in place of the first layer's penalty, such as a group lasso; null for that.</param>
    /// <param name="stepped">Called after each epoch with the number of epochs done.</param>
    /// <param name="cancel">Stops between two steps.</param>
    /// <returns>What each epoch was like.</returns>
    /// <exception cref="ArgumentException">The samples do not fit the network or the targets, hold NaN, or a class has no output.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public static TrainingCurve Train(
        SpectralNetwork network, Tensor inputs, Tensor targets, SpectralLoss loss, SpectralTrainingSettings settings, Random random,
        Func<SpectralNetwork, Tensor>? penalty = null, Action<int>? stepped = null, CancellationToken cancel = default)
    {
        Check(network, inputs, targets, loss, settings, random);
        penalty ??= net => net.Penalty();
        using var scope = NewDisposeScope();
        var (all, part) = ((int)inputs.size(0), settings.TrainingPart((int)inputs.size(0)));
        var (x, y) = (inputs.narrow(0, 0, part), targets.narrow(0, 0, part));
        using var optimiser = optim.Adam(network.parameters(), settings.LearningRate, eps: settings.Epsilon);
        var (curves, steps) = (Enumerable.Range(0, 4).Select(_ => new double[settings.Epochs]).ToArray(), (part + settings.BatchSize - 1) / settings.BatchSize);
        // Read once an epoch: a number that is read makes the machine wait.
        var sums = zeros(2, dtype: float64, device: inputs.device);
        using var batches = Batches.Shuffled(part, settings.BatchSize, settings.Epochs, random).GetEnumerator();
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            network.train();
            sums.zero_();
            for (var step = 0; step < steps && batches.MoveNext(); step++)
            {
                cancel.ThrowIfCancellationRequested();
                using var inner = NewDisposeScope();
                var index = tensor(batches.Current, device: inputs.device);
                var target = y.index_select(0, index);
                optimiser.zero_grad();
                var output = network.call(x.index_select(0, index));
                var whole = loss.Of(output, target) + penalty(network);
                whole.backward();
                optimiser.step();
                Add(sums, whole, loss.Score(output, target));
            }
            network.eval();
            Write(curves, 0, epoch, sums, part);
            using var still = no_grad();
            using var last = NewDisposeScope();
            if (part < all)
            {
                var (output, target) = (network.call(inputs.narrow(0, part, all - part)), targets.narrow(0, part, all - part));
                sums.zero_();
                Add(sums, loss.Of(output, target) + penalty(network), loss.Score(output, target));
                Write(curves, 2, epoch, sums, all - part);
            }
            else
            {
                curves[2][epoch] = curves[3][epoch] = double.NaN;
            }
            stepped?.Invoke(epoch + 1);
        }
        network.eval();
        return new TrainingCurve(curves[0], curves[1], curves[2], curves[3]);
    }

    /// <summary>The mean score of samples in evaluation mode; the network's own mode is given back.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">X [n, n_in].</param>
    /// <param name="targets">One per sample.</param>
    /// <param name="loss">Whose score.</param>
    public static double Score(SpectralNetwork network, Tensor inputs, Tensor targets, SpectralLoss loss)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        using var mode = new EvaluationMode(network);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        return loss.Score(network.call(inputs), targets).to(float64).mean().ToDouble();
    }

    // To [loss, score], each summed over the samples.
    private static void Add(Tensor sums, Tensor loss, Tensor score)
    {
        using var still = no_grad();
        sums[0].add_(loss, alpha: score.size(0));
        sums[1].add_(score.sum(float64));
    }

    private static void Write(double[][] curves, int at, int epoch, Tensor sums, int samples)
    {
        var values = sums.cpu().data<double>().ToArray();
        (curves[at][epoch], curves[at + 1][epoch]) = (values[0] / samples, values[1] / samples);
    }

    private static void Check(SpectralNetwork network, Tensor inputs, Tensor targets, SpectralLoss loss, SpectralTrainingSettings settings, Random random)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        if (inputs.ndim != 2 || inputs.size(0) == 0 || inputs.size(1) != network.Layout.Inputs)
            throw new ArgumentException($"The inputs have shape [{string.Join(", ", inputs.shape)}]; expected [n, {network.Layout.Inputs}] with n at least 1.", nameof(inputs));
        settings.Check((int)inputs.size(0));
        if (targets.ndim == 0 || targets.size(0) != inputs.size(0))
            throw new ArgumentException($"The targets have shape [{string.Join(", ", targets.shape)}]; expected {inputs.size(0)} of them, one per sample.", nameof(targets));
        using var scope = NewDisposeScope();
        var bad = inputs.isfinite().all(0).logical_not().nonzero();
        if (bad.size(0) > 0) throw new ArgumentException($"Input column {bad[0, 0].item<long>()} holds NaN or infinity; expected finite numbers.", nameof(inputs));
        if (targets.dtype == int64 && (targets.min().item<long>() is < 0 and var least ? least : targets.max().item<long>()) is var label && (label < 0 || label >= network.Layout.Outputs))
            throw new ArgumentException($"There is a class {label}; expected 0 to {network.Layout.Outputs - 1}, one per output of the network.", nameof(targets));
        if (!FiniteNumbers.All(targets)) throw new ArgumentException("A target is NaN or infinite; expected a label for every sample.", nameof(targets));
    }
}
