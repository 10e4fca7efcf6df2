using Limpid.Mahalanobis.Batched;
using Limpid.Reproduction;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.LearningDistances;

/// <summary>Draws anew what a layer has lost: the directions u of its outputs with hardly any <c>u' W Sigma W' u</c>, which have become constants and get hardly any gradient that would bring them back.</summary>
/// <remarks>The length of the outputs does not change with their rotation, so u plays the part of a row, and is one if a single row has collapsed.</remarks>
internal static class DirectionRestarts
{
    /// <summary>Lost is what is heard at less than half the mean gain, a quarter in squares. A lost direction fades slowly, and one that is found comes near 1.</summary>
    internal const double LostBelow = 0.25;

    /// <summary>Changes the layers in place.</summary>
    /// <returns>How many directions of each model were drawn anew.</returns>
    internal static int[] Apply(BatchedLinear layer, Tensor points, DirectionRestart restart, IReadOnlyList<Seed> seeds, int round)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        using var data = Gaussian.Fit(points);
        var counts = new int[seeds.Count];
        for (var model = 0; model < counts.Length; model++)
        {
            var (w, b) = LinearRows.Of(layer.Weight[model], layer.Bias![model]);
            var (values, vectors) = linalg.eigh(w.mm(data.Covariance).mm(w.t()));
            var gains = Points.Numbers(values);
            var lost = gains.Count(gain => gain < LostBelow * gains.Average());
            if (lost == 0) continue;
            counts[model] = lost;
            var fresh = Draw(w, points, data, restart, seeds[model].Of(FormattableString.Invariant($"restart {round}")), lost, Math.Sqrt(gains.Average()));
            var u = vectors.narrow(1, 0, lost);
            layer.Weight[model].copy_(w.add(u.mm(fresh.Weight.sub(u.t().mm(w)))));
            layer.Bias![model].copy_(b.add(u.mv(fresh.Bias.sub(u.t().mv(b)))));
        }
        return counts;
    }

    private static (Tensor Weight, Tensor Bias) Draw(Tensor w, Tensor points, Gaussian data, DirectionRestart restart, Seed seed, int lost, double gain)
    {
        using var generator = new Generator((ulong)seed.Value);
        var d = data.Dimension;
        if (restart == DirectionRestart.Start)
        {
            var drawn = empty([lost, d], dtype: float64).normal_(0, Math.Sqrt(2.0 / d), generator);
            return (drawn, BiasSampling.Of(drawn, points, seed));
        }
        var heard = WhitenedRows.Of(w, data);
        var deaf = linalg.eigh(heard.t().mm(heard)).Item2.narrow(1, 0, lost);
        var turn = linalg.qr(empty([lost, lost], dtype: float64).normal_(0, 1, generator)).Item1;
        var weight = turn.mm(deaf.t()).mul(gain).div(tensor(data.Eigenvalues.ToArray()).sqrt()).mm(data.Eigenvectors.t());
        return (weight, weight.mv(data.Mean).neg());
    }
}
