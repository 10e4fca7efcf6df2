namespace Limpid.Tests.GraphSpectral.Capsules;

/// <summary>Squash and routing written straight from the formulas, one number at a time.</summary>
internal static class ScalarCapsules
{
    internal static double[] Squash(double[] s)
    {
        var length = Math.Sqrt(s.Sum(x => x * x));
        return length == 0 ? new double[s.Length] : [.. s.Select(x => length * length / (1 + length * length) * x / length)];
    }

    /// <summary>predictions[c][p] is a vector; one sample.</summary>
    internal static double[][] Route(double[][][] predictions, int iterations)
    {
        var (classes, capsules) = (predictions.Length, predictions[0].Length);
        var logits = new double[classes, capsules];
        double[][] v = [];
        for (var i = 0; i < iterations; i++)
        {
            v = [.. Enumerable.Range(0, classes).Select(c => Squash(Sum(predictions, c, logits)))];
            for (var c = 0; c < classes; c++)
                for (var p = 0; p < capsules; p++) logits[c, p] += predictions[c][p].Zip(v[c], (a, b) => a * b).Sum();
        }
        return v;
    }

    private static double[] Sum(double[][][] predictions, int c, double[,] logits)
    {
        var sum = new double[predictions[0][0].Length];
        for (var p = 0; p < predictions[0].Length; p++)
        {
            var all = Enumerable.Range(0, predictions.Length).Sum(other => Math.Exp(logits[other, p]));
            for (var d = 0; d < sum.Length; d++) sum[d] += Math.Exp(logits[c, p]) / all * predictions[c][p][d];
        }
        return sum;
    }
}
