using Limpid.Margin;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin;

/// <summary>Greedy selections against brute force: every step tries every candidate with the formula and a real determinant.</summary>
public class MmdCriticTests
{
    private static Tensor Points(int n, int seed)
    {
        var random = new Random(seed);
        return tensor(Enumerable.Range(0, n * 3).Select(_ => random.NextDouble() * 3).ToArray()).view(n, 3);
    }

    private static double[,] Kernel(Tensor points, double gamma, int[]? classes)
    {
        using var scope = NewDisposeScope();
        var n = (int)points.size(0);
        var kernel = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                kernel[i, j] = classes is not null && classes[i] != classes[j] ? 0 : Math.Exp(-gamma * (points[i] - points[j]).square().sum().item<double>());
        return kernel;
    }

    private static int[] BrutePrototypes(double[,] kernel, int count)
    {
        int[] all = [.. Enumerable.Range(0, kernel.GetLength(0))];
        List<int> chosen = [];
        // The prototype that makes MMD^2 of the chosen set and the data smallest, as far as it depends on the set.
        double Gain(List<int> set, int i) => 2 * all.Average(j => kernel[i, j]) - (2 * set.Sum(j => kernel[i, j]) + kernel[i, i]) / (set.Count + 1);
        while (chosen.Count < count) chosen.Add(all.Except(chosen).OrderByDescending(i => Gain(chosen, i)).First());
        return [.. chosen];
    }

    private static int[] BruteCriticisms(double[,] kernel, int[] prototypes, int count, bool apart)
    {
        using var scope = NewDisposeScope();
        int[] all = [.. Enumerable.Range(0, kernel.GetLength(0))];
        List<int> chosen = [];
        double Determinant(int[] set)
        {
            var part = new double[set.Length, set.Length];
            for (var a = 0; a < set.Length; a++)
                for (var b = 0; b < set.Length; b++) part[a, b] = kernel[set[a], set[b]];
            return set.Length == 0 ? 1 : linalg.det(tensor(part)).item<double>();
        }

        double Score(int i) => Math.Abs(all.Average(j => kernel[i, j]) - prototypes.Average(j => kernel[i, j]))
            + (apart && chosen.Count > 0 ? Math.Log(Math.Abs(Determinant([.. chosen, i]) / Determinant([.. chosen]))) : 0);
        while (chosen.Count < count) chosen.Add(all.Except(prototypes).Except(chosen).OrderByDescending(Score).First());
        return [.. chosen];
    }

    [Theory]
    [InlineData(1, false, true)]
    [InlineData(2, true, true)]
    [InlineData(3, false, false)]
    public void EqualsBruteForce(int seed, bool classWise, bool apart)
    {
        using var scope = NewDisposeScope();
        var points = Points(30, seed);
        var classes = classWise ? Enumerable.Range(0, 30).Select(i => i % 3).ToArray() : null;
        var kernel = Kernel(points, 0.8, classes);
        var (prototypes, criticisms) = MmdCritic.Select(points, 0.8, 9, 8, classes, apart, TestContext.Current.CancellationToken);
        Assert.Equal(BrutePrototypes(kernel, 9), prototypes);
        Assert.Equal(BruteCriticisms(kernel, [.. prototypes], 8, apart), criticisms);
    }

    [Fact]
    public void AllPointsCanBeChosenEachOnceAlsoAmongDuplicates()
    {
        using var scope = NewDisposeScope();
        var points = cat([Points(8, 4), Points(8, 4), zeros(4, 3, dtype: float64)]);
        var (prototypes, criticisms) = MmdCritic.Select(points, 1, 8, 12, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 20), prototypes.Concat(criticisms).Order());
    }

    [Fact]
    public void BadNumbersAreRefusedByName()
    {
        using var scope = NewDisposeScope();
        var points = Points(5, 1);
        Assert.Equal("prototypes", Assert.Throws<ArgumentOutOfRangeException>(() => MmdCritic.Select(points, 1, 6, cancellation: TestContext.Current.CancellationToken)).ParamName);
        Assert.Contains("expected 0 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => MmdCritic.Select(points, 1, 3, 3, cancellation: TestContext.Current.CancellationToken)).Message);
        Assert.Equal("gamma", Assert.Throws<ArgumentOutOfRangeException>(() => MmdCritic.Select(points, -1, 3, cancellation: TestContext.Current.CancellationToken)).ParamName);
        Assert.Contains("expected 5", Assert.Throws<ArgumentException>(() => MmdCritic.Select(points, 1, 3, classes: [1], cancellation: TestContext.Current.CancellationToken)).Message);
    }
}
