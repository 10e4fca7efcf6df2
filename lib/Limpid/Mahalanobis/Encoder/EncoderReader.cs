using System.Collections.Immutable;
using Limpid.Mahalanobis.Batched;
using static TorchSharp.torch;

namespace Limpid.Mahalanobis.Encoder;

/// <summary>Makes the reading of each of many encoders.</summary>
internal static class EncoderReader
{
    private const int Shown = 16;

    /// <param name="encoders">Layers of all encoders.</param>
    /// <param name="images">Test images [n, d].</param>
    /// <param name="batch">Images in a batch of the batch-wise redundancy.</param>
    /// <param name="probes">Accuracies.</param>
    /// <param name="losses">Curves.</param>
    internal static ImmutableArray<EncoderReading> Read(BatchedLinear encoders, Tensor images, int batch, double[] probes, IReadOnlyList<ImmutableArray<double>> losses)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var distances = encoders.call(images).relu();
        var (all, parts) = (Points.Numbers(EncoderLoss.Decorrelation(distances)), BatchRedundancies(distances, batch));
        var centred = images.sub(images.mean([0L]));
        var lengths = images.square().sum(1).sqrt().clamp_min(1e-12);
        return [.. Enumerable.Range(0, encoders.Models).Select(model =>
        {
            using var inner = NewDisposeScope();
            var (d, w) = (distances[model], encoders.Weight[model]);
            var norms = w.square().sum(1).sqrt().clamp_min(1e-12);
            var cosines = w.mm(images.t()).div(norms.unsqueeze(1)).div(lengths);
            var shares = d.neg().softmax(0);
            var entropy = shares.mul(shares.clamp_min(1e-30).log()).sum(0L).neg().mean().to(float64).item<double>();
            var spread = w.mm(centred.t()).square().mean([1L]).sqrt().div(norms);
            return new EncoderReading(
                DeadUnits.Of(d.t()).Dead, d.gt(0).to(float64).mean().item<double>(), all[model], parts[model], entropy, probes[model],
                shares.mul(cosines).sum(0L).mean().to(float64).item<double>(), Correlation(d, cosines), Correlation(norms, spread.clamp_min(1e-12).reciprocal()),
                losses[model], [.. Enumerable.Range(0, (int)Math.Min(Shown, w.size(0))).Select(unit => w[unit].contiguous().data<float>().ToArray().ToImmutableArray())]);
        })];
    }

    private static double[] BatchRedundancies(Tensor distances, int batch)
    {
        var (sum, count) = (new double[distances.size(0)], 0);
        for (var first = 0L; first + batch <= distances.size(2); first += batch, count++)
        {
            using var scope = NewDisposeScope();
            var found = Points.Numbers(EncoderLoss.Decorrelation(distances.narrow(2, first, batch)));
            for (var i = 0; i < sum.Length; i++) sum[i] += found[i];
        }
        return [.. sum.Select(value => count == 0 ? double.NaN : value / count)];
    }

    private static double Correlation(Tensor a, Tensor b)
    {
        using var scope = NewDisposeScope();
        var (x, y) = (a.flatten().to(float64), b.flatten().to(float64));
        (x, y) = (x.sub(x.mean()), y.sub(y.mean()));
        var size = Math.Sqrt(x.dot(x).item<double>() * y.dot(y).item<double>());
        return size > 0 ? x.dot(y).item<double>() / size : double.NaN;
    }
}
