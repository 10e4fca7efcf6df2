using Limpid.Spectral.Training;
using static TorchSharp.torch;

namespace Limpid.Spectral.Digits;

/// <summary>How well a network does when it sees only some of its inputs, the others being 0; it isn't trained again.</summary>
public static class MaskedCurve
{
    /// <summary>The mean score with the first n inputs of an order, for n = 1, 2, ...</summary>
    /// <remarks>The same numbers as <see cref="InputMask.Apply"/> gives, up to rounding, with the hidden columns left out of the product.</remarks>
    /// <param name="network">The network; left as it is.</param>
    /// <param name="order">Inputs, the most relevant first, each once.</param>
    /// <param name="inputs">X [m, n_in].</param>
    /// <param name="targets">One per sample.</param>
    /// <param name="loss">Whose score.</param>
    /// <param name="most">The largest n, 1 to the length of the order.</param>
    /// <exception cref="ArgumentException">The order names an input twice or one that isn't there, or the samples have another width.</exception>
    /// <exception cref="ArgumentOutOfRangeException">n is out of range.</exception>
    public static double[] Of(SpectralNetwork network, IReadOnlyList<int> order, Tensor inputs, Tensor targets, SpectralLoss loss, int most)
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
        return result;
    }
}
