using System.Collections.Immutable;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.ClassifierReading;

/// <summary>The samples that say most about a neuron: those nearest to its hyperplane and those farthest from it on each side.</summary>
/// <remarks>The order is the same by Euclid and by Mahalanobis, as both divide the pre-activation by one number.</remarks>
/// <param name="Nearest">By |s|, nearest first.</param>
/// <param name="Above">With the largest s, farthest first.</param>
/// <param name="Below">With the smallest s, farthest first.</param>
public sealed record HyperplaneImages(ImmutableArray<long> Nearest, ImmutableArray<long> Above, ImmutableArray<long> Below)
{
    private const int Block = 4096;

    /// <summary>Looks for them.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="unit">Which of its rows.</param>
    /// <param name="inputs">Its inputs [n, d].</param>
    /// <param name="count">How many of each, 1 to n.</param>
    /// <exception cref="ArgumentException">The inputs have another width, or a value isn't finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit, or not so many inputs.</exception>
    public static HyperplaneImages Of(Linear layer, int unit, Tensor inputs, int count)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var (weight, bias) = LinearRows.Of(layer);
        Points.Check(inputs, weight.size(1), nameof(inputs));
        if (unit < 0 || unit >= weight.size(0)) throw new ArgumentOutOfRangeException(nameof(unit), unit, $"Unit {unit}; expected 0 to {weight.size(0) - 1}.");
        if (count < 1 || count > inputs.size(0)) throw new ArgumentOutOfRangeException(nameof(count), count, $"{count} samples; expected 1 to {inputs.size(0)}.");
        var sums = new List<double>();
        // Block by block, so that no float64 copy of all inputs is made.
        for (var first = 0L; first < inputs.size(0); first += Block)
        {
            using var inner = NewDisposeScope();
            sums.AddRange(Points.Numbers(inputs.narrow(0, first, Math.Min(Block, inputs.size(0) - first)).detach().cpu().to(float64).mv(weight[unit]).add(bias[unit])));
        }
        ImmutableArray<long> First(Func<double, double> key) => [.. Enumerable.Range(0, sums.Count).OrderBy(i => key(sums[i])).Take(count).Select(i => (long)i)];
        return new(First(Math.Abs), First(sum => -sum), First(sum => sum));
    }
}
