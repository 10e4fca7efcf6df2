namespace Limpid.Spectral.Importance;

/// <summary>The impurity of some targets, kept while targets come and go: Gini's <c>1 - sum p_k^2</c> for classes, the variance for numbers.</summary>
internal sealed class Impurity(int classes)
{
    private readonly double[] counts = new double[classes];
    private double sum, squares, number;

    internal static Impurity Of(int[] rows, double[] targets, int classes)
    {
        var impurity = new Impurity(classes);
        foreach (var row in rows) impurity.Add(targets[row], 1);
        return impurity;
    }

    internal Impurity Copy()
    {
        var copy = new Impurity(classes) { sum = sum, squares = squares, number = number };
        counts.CopyTo(copy.counts, 0);
        return copy;
    }

    internal void Add(double target, int times)
    {
        number += times;
        if (classes == 0)
        {
            (sum, squares) = (sum + times * target, squares + times * target * target);
            return;
        }
        // squares holds the sum of squared counts.
        var before = counts[(int)target];
        counts[(int)target] = before + times;
        squares += times * (2 * before + times);
    }

    internal double Value() => number == 0 ? 0 : Math.Max(0, classes > 0 ? 1 - squares / (number * number) : squares / number - sum / number * (sum / number));

    internal double[] Answer() => classes == 0 ? [sum / number] : [.. counts.Select(count => count / number)];
}
