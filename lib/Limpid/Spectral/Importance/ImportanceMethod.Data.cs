using MathNet.Numerics.Statistics;

namespace Limpid.Spectral.Importance;

public sealed partial record ImportanceMethod
{
    /// <summary>The absolute value of Pearson's correlation of each input with the target (classes count by their number); 0 for a constant input. Looks at one input at a time.</summary>
    public static ImportanceMethod Correlation { get; } = new("correlation", (task, _) =>
    {
        var (x, y) = (task.Samples, task.Targets);
        return [.. Columns(x).Select(column => MathNet.Numerics.Statistics.Correlation.Pearson(column, y) is var r && double.IsFinite(r) ? Math.Abs(r) : 0)];
    });

    /// <summary>Fisher's F of the analysis of variance: the variance of the class means over that within the classes, per degree of freedom; 0 for a constant input. One input at a time.</summary>
    /// <remarks>An input that tells the classes apart without any spread inside them would be infinite and gets the largest number.</remarks>
    public static ImportanceMethod AnovaF { get; } = new("ANOVA F", (task, _) =>
    {
        var groups = task.Targets.Select((label, i) => (label, i)).GroupBy(pair => pair.label, pair => pair.i).Select(group => group.ToArray()).ToArray();
        return [.. Columns(task.Samples).Select(column =>
        {
            var whole = column.Mean();
            var between = groups.Sum(group => group.Length * Square(group.Average(i => column[i]) - whole)) / (groups.Length - 1);
            var within = groups.Sum(group => group.Average(i => column[i]) is var mean ? group.Sum(i => Square(column[i] - mean)) : 0) / (column.Length - groups.Length);
            return between == 0 ? 0 : within == 0 ? double.MaxValue : between / within;
        })];
    });

    /// <summary>
    /// The absolute weights of a logistic regression with an L1 penalty, see <see cref="LogisticLasso"/>. Of a path of penalties that one is taken whose loss on the last tenth
    /// of the training samples is least.
    /// </summary>
    /// <param name="steps">Penalties on the path, at least 2.</param>
    /// <param name="most">Of more training samples than these the first are taken.</param>
    public static ImportanceMethod Lasso(int steps = 20, int most = 20_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        return new("L1 logistic regression", (task, _) =>
        {
            using var scope = TorchSharp.torch.NewDisposeScope();
            var take = Math.Min(most, task.Train.size(0));
            return [.. LogisticLasso.Best(task.Train.narrow(0, 0, take), task.TrainTargets.narrow(0, 0, take), steps).Weights.Select(Math.Abs)];
        });
    }

    /// <summary>Impurity importance of a random forest, see <see cref="RandomForest"/>: of classes where the targets are whole numbers (int64), else of a number.</summary>
    /// <param name="settings">The forest; null for the usual 100 trees.</param>
    /// <param name="most">Of more training samples than these the first are taken.</param>
    public static ImportanceMethod Forest(ForestSettings? settings = null, int most = 5_000) => new("random forest", (task, random) =>
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var take = Math.Min(most, task.Train.size(0));
        var (x, y) = (ImportanceTask.Matrix(task.Train.narrow(0, 0, take)), ImportanceTask.Numbers(task.TrainTargets.narrow(0, 0, take)));
        var whole = y.All(value => value is >= 0 and < 1000 && value % 1 == 0);
        return [.. RandomForest.Fit(x, y, whole ? (int)y.Max() + 1 : 0, settings ?? new ForestSettings(), random).Importances];
    });

    private static IEnumerable<double[]> Columns(double[,] x) => Enumerable.Range(0, x.GetLength(1)).Select(j => Enumerable.Range(0, x.GetLength(0)).Select(i => x[i, j]).ToArray());

    private static double Square(double x) => x * x;
}
