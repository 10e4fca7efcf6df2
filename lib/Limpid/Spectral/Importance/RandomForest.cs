using System.Collections.Immutable;

namespace Limpid.Spectral.Importance;

/// <summary>
/// A small random forest of exact CART trees (Breiman 2001): Gini impurity for classes, variance for numbers, thresholds half way between neighbouring values. Meant as a
/// baseline: one thread, every threshold is tried, no pruning, no missing values, no weights.
/// </summary>
public sealed class RandomForest
{
    private readonly CartTree[] trees;

    private RandomForest(CartTree[] trees, ImmutableArray<double> importances) => (this.trees, Importances) = (trees, importances);

    /// <summary>
    /// Impurity importance: how much impurity the splits on an input take away, weighted by the share of samples that reach them; scaled to sum 1 in each tree, then the mean of
    /// the trees that split at all. All 0 if none does.
    /// </summary>
    public ImmutableArray<double> Importances { get; }

    /// <summary>Grows a forest.</summary>
    /// <param name="x">Samples [n, d], finite.</param>
    /// <param name="y">A class 0, 1, ... for each sample, or a number.</param>
    /// <param name="classes">Number of classes; 0 where numbers are to be told.</param>
    /// <param name="settings">How.</param>
    /// <param name="random">Draws of samples and inputs.</param>
    /// <exception cref="ArgumentException">Sizes don't fit, a number isn't finite, or a class is outside.</exception>
    public static RandomForest Fit(double[,] x, IReadOnlyList<double> y, int classes, ForestSettings settings, Random random)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        settings.Check();
        var (n, d) = (x.GetLength(0), x.GetLength(1));
        if (n == 0 || d == 0 || y.Count != n) throw new ArgumentException($"There are {n} x {d} inputs and {y.Count} targets; expected at least one sample and input, and a target per sample.", nameof(y));
        if (x.Cast<double>().Concat(y).Any(value => !double.IsFinite(value))) throw new ArgumentException("An input or target is NaN or infinite; expected finite numbers.", nameof(x));
        if (classes > 0 && y.Any(label => label < 0 || label >= classes || label % 1 != 0)) throw new ArgumentException($"A target is no class; expected whole numbers from 0 to {classes - 1}.", nameof(y));
        double[][] columns = [.. Enumerable.Range(0, d).Select(j => Enumerable.Range(0, n).Select(i => x[i, j]).ToArray())];
        double[] targets = [.. y];
        var trees = new CartTree[settings.Trees];
        for (var tree = 0; tree < trees.Length; tree++)
        {
            int[] rows = [.. Enumerable.Range(0, n).Select(i => settings.Bootstrap ? random.Next(n) : i)];
            trees[tree] = new CartGrowth(columns, targets, classes, settings, random).Grow(rows);
        }
        var used = trees.Where(tree => tree.Gains.Sum() > 0).ToArray();
        return new(trees, [.. Enumerable.Range(0, d).Select(j => used.Length == 0 ? 0 : used.Average(tree => tree.Gains[j] / tree.Gains.Sum()))]);
    }

    /// <summary>The forest's answer to a sample: the class with the largest mean share in the leaves (the first of equals), or the mean number.</summary>
    /// <param name="sample">One number per input.</param>
    public double Predict(ReadOnlySpan<double> sample)
    {
        var sums = new double[trees[0].Answers];
        foreach (var tree in trees)
            for (var (k, leaf) = (0, tree.Leaf(sample)); k < sums.Length; k++) sums[k] += leaf[k];
        return sums.Length > 1 ? Array.IndexOf(sums, sums.Max()) : sums[0] / trees.Length;
    }
}
