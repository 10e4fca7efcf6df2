using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance;

/// <summary>Every rule written once more, entry by entry, on the layer's matrix: x [in], W [in, out], b [out], R [out] to R [in].</summary>
internal static class SlowRules
{
    public delegate double[] Formula(double[] x, double[,] w, double[] b, double[] relevance);

    /// <summary>R_j = sum_k n(j, k) / S(sum_j n(j, k) + bias(k)) R_k, by loops.</summary>
    public static Formula Share(Func<double, double, double> contribution, Func<double, double> bias, double epsilon) => (x, w, b, relevance) =>
    {
        var result = new double[x.Length];
        for (var k = 0; k < b.Length; k++)
        {
            var z = bias(b[k]);
            for (var j = 0; j < x.Length; j++) z += contribution(x[j], w[j, k]);
            var stable = z + (z >= 0 ? epsilon : -epsilon);
            if (stable == 0) continue;
            for (var j = 0; j < x.Length; j++) result[j] += contribution(x[j], w[j, k]) / stable * relevance[k];
        }
        return result;
    };

    public static Formula Epsilon(double epsilon) => Share((x, w) => x * w, b => b, epsilon);

    public static Formula Gamma(double gamma) => Share((x, w) => x * (w + gamma * Math.Max(w, 0)), b => b + gamma * Math.Max(b, 0), 1e-6);

    public static Formula ZPlus { get; } = Share((x, w) => Math.Max(x * w, 0), b => Math.Max(b, 0), 1e-6);

    public static Formula AlphaBeta(double alpha, double beta) => (x, w, b, relevance) =>
    {
        var up = ZPlus(x, w, b, relevance);
        var down = Share((a, c) => Math.Min(a * c, 0), c => Math.Min(c, 0), 1e-6)(x, w, b, relevance);
        return [.. up.Zip(down, (u, d) => alpha * u - beta * d)];
    };

    public static Formula ZBox(double low, double high) => Share((x, w) => x * w - low * Math.Max(w, 0) - high * Math.Min(w, 0), _ => 0, 1e-6);

    public static Formula WSquare { get; } = Share((_, w) => w * w, b => b * b, 1e-6);

    public static Formula GeneralisedGamma(double gamma) => (x, w, b, relevance) =>
    {
        double[] z = [.. b.Select((bias, k) => bias + x.Select((value, j) => value * w[j, k]).Sum())];
        double More(double v) => v + gamma * Math.Max(v, 0);
        double Less(double v) => v + gamma * Math.Min(v, 0);
        var above = Share((a, c) => a >= 0 ? a * More(c) : a * Less(c), More, 1e-6)(x, w, b, [.. relevance.Select((r, k) => z[k] > 0 ? r : 0)]);
        var below = Share((a, c) => a >= 0 ? a * Less(c) : a * More(c), Less, 1e-6)(x, w, b, [.. relevance.Select((r, k) => z[k] < 0 ? r : 0)]);
        return [.. above.Zip(below, (u, d) => u + d)];
    };

    /// <summary>The same formula with the bias left out of the denominators; the true output keeps it.</summary>
    public static double[] Run(Formula formula, Tensor x, LayerMatrix layer, Tensor relevance, bool bias = true)
    {
        var (rows, columns) = ((int)layer.Weight.size(0), (int)layer.Weight.size(1));
        var w = new double[rows, columns];
        var values = layer.Weight.contiguous().data<double>().ToArray();
        for (var i = 0; i < values.Length; i++) w[i / columns, i % columns] = values[i];
        var b = bias ? layer.Bias.data<double>().ToArray() : new double[columns];
        return formula(x.reshape(-1).data<double>().ToArray(), w, b, relevance.reshape(-1).data<double>().ToArray());
    }
}
