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
        double[] sum = [.. b], scaled = [.. b];
        RowVectors.Add(sum, a, -2.5);
        RowVectors.Scale(scaled, -2.5);
        for (var i = 0; i < length; i++) Assert.Equal((b[i] - 2.5 * a[i], -2.5 * b[i]), (sum[i], scaled[i]));
    }
}
