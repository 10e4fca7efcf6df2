using static TorchSharp.torch;

namespace Limpid.Evaluation;

/// <summary>How the score of each sample's class changes while units of its input are flipped, from the untouched input on.</summary>
public sealed class FlippingCurve
{
    private readonly double[] scores;
    private readonly double[] fractions;

    internal FlippingCurve(double[] scores, double[] fractions)
    {
        (this.scores, this.fractions) = (scores, fractions);
        Mean = [.. Enumerable.Range(0, fractions.Length).Select(point => Enumerable.Range(0, Samples).Average(sample => this[sample, point]))];
    }

    /// <summary>The share of the units that is flipped at each point of the curve; the first is 0.</summary>
    public IReadOnlyList<double> Fractions => fractions;

    /// <summary>The number of samples.</summary>
    public int Samples => scores.Length / fractions.Length;

    /// <summary>The mean over the samples at each point.</summary>
    public IReadOnlyList<double> Mean { get; }

    /// <summary>The score of a sample at a point; point 0 is the untouched input.</summary>
    /// <param name="sample">From 0.</param>
    /// <param name="point">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample or point.</exception>
    public double this[int sample, int point]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)sample, (uint)Samples, nameof(sample));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)point, (uint)fractions.Length, nameof(point));
            return scores[sample * fractions.Length + point];
        }
    }

    /// <summary>The scores [N, points], float64.</summary>
    public Tensor ToTensor() => tensor(scores, [Samples, fractions.Length]);

    /// <summary>
    /// The area under the curve from 0 to a share u of the units, divided by u: (1/u) integral of f over the share, by the trapezoid rule, linear between the points. In
    /// units of the score, the same for any number of steps; for a curve that stays at its start it is the start.
    /// </summary>
    /// <param name="upTo">u, above 0 and not beyond the curve's end, for example 0.1 for the first tenth; the whole curve if left out.</param>
    /// <returns>[N], float64.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside its range.</exception>
    public Tensor Area(double? upTo = null)
    {
        var end = upTo ?? fractions[^1];
        if (!(end > 0 && end <= fractions[^1]))
            throw new ArgumentOutOfRangeException(nameof(upTo), end, FormattableString.Invariant($"Expected above 0 to {fractions[^1]}, where the curve ends."));
        return tensor(Enumerable.Range(0, Samples).Select(sample => Integral(sample, end) / end).ToArray());
    }

    /// <summary>
    /// The area over the perturbation curve (Samek et al. 2017, eq. 12, for each sample): 1/(L + 1) sum_{k=0..L} (f(x_0) - f(x_k)), L the number of steps. High for a
    /// faithful map flipped from the most relevant unit.
    /// </summary>
    /// <returns>[N], float64.</returns>
    public Tensor Aopc() => tensor(Enumerable.Range(0, Samples).Select(sample =>
        Enumerable.Range(0, fractions.Length).Average(point => this[sample, 0] - this[sample, point])).ToArray());

    private double Integral(int sample, double end)
    {
        var area = 0.0;
        for (var point = 1; point < fractions.Length && fractions[point - 1] < end; point++)
        {
            var (from, to) = (fractions[point - 1], Math.Min(fractions[point], end));
            var (before, after) = (this[sample, point - 1], this[sample, point]);
            var height = before + (after - before) * (to - from) / (fractions[point] - from);
            area += (to - from) * (before + height) / 2;
        }
        return area;
    }
}
