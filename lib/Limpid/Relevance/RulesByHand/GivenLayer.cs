using LinearModule = TorchSharp.Modules.Linear;
using static TorchSharp.torch;

namespace Limpid.Relevance.RulesByHand;

/// <summary>Layers whose weights are written down, not trained.</summary>
public static class GivenLayer
{
    /// <summary>A fully connected layer z = W x + b in float64.</summary>
    /// <param name="weights">W [outputs, inputs].</param>
    /// <param name="bias">b [outputs]; null for none.</param>
    /// <exception cref="ArgumentException">W is empty, b has another length, or a number is not finite.</exception>
    public static LinearModule Linear(double[,] weights, double[]? bias = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var (outputs, inputs) = (weights.GetLength(0), weights.GetLength(1));
        if (weights.Length == 0) throw new ArgumentException(FormattableString.Invariant($"The weights are {outputs} by {inputs}; expected at least one output and one input."), nameof(weights));
        if (bias is not null && bias.Length != outputs) throw new ArgumentException(FormattableString.Invariant($"The bias has {bias.Length} numbers; expected {outputs}, one per output."), nameof(bias));
        foreach (var number in weights.Cast<double>().Concat(bias ?? []))
            if (!double.IsFinite(number)) throw new ArgumentException(FormattableString.Invariant($"A weight is {number}; expected finite numbers."), nameof(weights));
        using var still = no_grad();
        var layer = nn.Linear(inputs, outputs, bias is not null, dtype: float64);
        using var w = tensor(weights);
        layer.weight!.copy_(w);
        if (bias is null) return layer;
        using var b = tensor(bias);
        layer.bias!.copy_(b);
        return layer;
    }
}
