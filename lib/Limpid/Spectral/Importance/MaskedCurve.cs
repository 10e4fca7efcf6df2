using System.Collections.Immutable;
using Limpid.Spectral.Training;
using static TorchSharp.torch;

namespace Limpid.Spectral.Importance;

/// <summary>The mean test score of a model that sees its n most important inputs only, the others set to 0, for several n; it isn't trained again.</summary>
/// <param name="Counts">The numbers of inputs, ascending.</param>
/// <param name="Scores">The mean score with each.</param>
public sealed record MaskedCurve(ImmutableArray<int> Counts, ImmutableArray<double> Scores)
{
    /// <summary>The mean height of the curve between its first and its last number of inputs, by trapezia.</summary>
    public double Area => Counts.Length == 1 ? Scores[0]
        : Enumerable.Range(1, Counts.Length - 1).Sum(i => (Counts[i] - Counts[i - 1]) * (Scores[i] + Scores[i - 1]) / 2) / (Counts[^1] - Counts[0]);

    /// <summary>The curve of a model.</summary>
    /// <param name="scores">How important inputs are.</param>
    /// <param name="task">The model and its test samples.</param>
    /// <param name="counts">Numbers of inputs, ascending, 0 to all; every number if null.</param>
    /// <exception cref="ArgumentException">The numbers don't ascend or are outside.</exception>
    public static MaskedCurve Of(ImportanceScores scores, ImportanceTask task, IReadOnlyList<int>? counts = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(task);
        counts ??= [.. Enumerable.Range(0, scores.Values.Length + 1)];
        if (counts.Count == 0 || counts.Zip(counts.Skip(1)).Any(pair => pair.First >= pair.Second) || counts[0] < 0 || counts[^1] > scores.Values.Length)
            throw new ArgumentException($"The numbers of inputs are {string.Join(", ", counts)}; expected ascending ones from 0 to {scores.Values.Length}.", nameof(counts));
        return new([.. counts], [.. counts.Select(n =>
        {
            using var masked = scores.Top(n).Apply(task.Test);
            return task.Model.Mean(masked, task.TestTargets);
        })]);
    }

    /// <summary>The curve of a spectral network and an order of its inputs, for n = 1, 2, ...</summary>
    /// <remarks>The same numbers as <see cref="InputMask.Apply"/> gives, up to rounding, with the hidden columns left out of the product.</remarks>
    /// <param name="network">The network; left as it is.</param>
    /// <param name="order">Inputs, the most relevant first, each once.</param>
    /// <param name="inputs">X [m, n_in].</param>
    /// <param name="targets">One per sample.</param>
    /// <param name="loss">Whose score.</param>
    /// <param name="most">The largest n, 1 to the length of the order.</param>
    /// <exception cref="ArgumentException">The order names an input twice or one that isn't there, or the samples have another width.</exception>
    /// <exception cref="ArgumentOutOfRangeException">n is out of range.</exception>
    public static MaskedCurve Of(SpectralNetwork network, IReadOnlyList<int> order, Tensor inputs, Tensor targets, SpectralLoss loss, int most)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(loss);
        if (order.Distinct().Count() != order.Count || order.Any(input => input < 0 || input >= network.Layout.Inputs))
            throw new ArgumentException($"The order names an input twice or one that isn't there; expected each at most once, from 0 to {network.Layout.Inputs - 1}.", nameof(order));
        if (most < 1 || most > order.Count) throw new ArgumentOutOfRangeException(nameof(most), most, $"The first {most} inputs; expected 1 to {order.Count}.");
        if (inputs.ndim != 2 || inputs.size(1) != network.Layout.Inputs)
            throw new ArgumentException($"The inputs have shape [{string.Join(", ", inputs.shape)}]; expected [m, {network.Layout.Inputs}].", nameof(inputs));
        using var mode = new EvaluationMode(network);
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var places = tensor(order.Take(most).Select(input => (long)input).ToArray(), device: inputs.device);
        var (seen, kernel) = (inputs.index_select(1, places), network.First.Kernel().index_select(0, places));
        var result = new double[most];
        for (var n = 1; n <= most; n++)
        {
            using var inner = NewDisposeScope();
            var hidden = seen.narrow(1, 0, n).mm(kernel.narrow(0, 0, n));
            if (network.First.Bias is { } bias) hidden = hidden.add(bias);
            result[n - 1] = loss.Score(network.AfterFirst(hidden), targets).to(float64).mean().cpu().item<double>();
        }
        return new([.. Enumerable.Range(1, most)], [.. result]);
    }

    /// <inheritdoc/>
    public bool Equals(MaskedCurve? other) => other is not null && Counts.SequenceEqual(other.Counts) && Scores.SequenceEqual(other.Scores);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Counts.Length, Scores.Length);
}
