namespace Limpid.Tests.Graphs;

using Limpid.Graphs;
using Xunit;

public sealed class RowVectorsTests
{
    // Around the widths of a vector and of four of them, where a loop can end too early or too late.
    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 40), 1000, 1001];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void SumsAreThoseOfPlainLoops(int length)
    {
        double[] a = [.. Enumerable.Range(0, length).Select(i => Math.Sin(i + 1))], b = [.. Enumerable.Range(0, length).Select(i => Math.Cos(3 * i))];
        var dot = 0.0;
        for (var i = 0; i < length; i++) dot += a[i] * b[i];
        Assert.Equal(dot, RowVectors.Dot(a, b), 1e-12);
        double[] left = [.. b.Zip(a, (to, less) => to - 2.5 * less)], apart = new double[length], inPlace = [.. b], onItself = [.. b], scaled = [.. b];
        Assert.Equal(left.Zip(a, (x, y) => x * y).Sum(), RowVectors.Subtract(apart, b, a, 2.5, a), 1e-11);
        Assert.Equal(left.Zip(a, (x, y) => x * y).Sum(), RowVectors.Subtract(inPlace, inPlace, a, 2.5, a), 1e-11);
        Assert.Equal(left.Sum(x => x * x), RowVectors.Subtract(onItself, onItself, a, 2.5, onItself), 1e-11);
        RowVectors.Scale(scaled, -2.5);
        foreach (var found in new[] { apart, inPlace, onItself }) Assert.Equal(left, found);
        Assert.Equal(b.Select(x => -2.5 * x), scaled);
    }
}
