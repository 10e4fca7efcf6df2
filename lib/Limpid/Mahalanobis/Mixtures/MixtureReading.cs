using System.Collections.Immutable;
using Limpid.Mahalanobis.Reading;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Mixtures;

/// <summary>A layer read against a mixture: for each neuron the component that its hyperplane passes nearest.</summary>
public static class MixtureReading
{
    /// <summary>One reading per row.</summary>
    /// <param name="layer">The layer; left as it is.</param>
    /// <param name="mixture">Of its inputs.</param>
    /// <exception cref="ArgumentException">The dimensions differ or a value isn't finite.</exception>
    public static ImmutableArray<ComponentReading> Of(Linear layer, GaussianMixture mixture)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (weight, bias) = LinearRows.Of(layer);
        LinearRows.CheckFit(weight, mixture.Components[0]);
        var all = mixture.Components.Select(component => NeuronReader.Read(weight, bias, weight.mm(component.Covariance), component, null, new()).ToArray()).ToArray();
        return [.. Enumerable.Range(0, (int)weight.size(0)).Select(row => Nearest(row, all))];
    }

    private static ComponentReading Nearest(int row, NeuronReading[][] all)
    {
        if (all[0][row].Norm == 0) return new(row, -1, double.NaN, 0, -1, double.NaN);
        var best = Enumerable.Range(0, all.Length).MinBy(k => Math.Abs(all[k][row].ZOffset));
        var neuron = all[best][row];
        return new(row, best, neuron.ZOffset, neuron.PrecisionRatio, neuron.Axis, neuron.AxisCosine);
    }
}
