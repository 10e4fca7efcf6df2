using Limpid.Graphs;
using Limpid.GraphSpectral;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral;

public class ActivationPenaltyTests
{
    [Fact]
    public void BothAreSummedOverTheBatch()
    {
        using var z = tensor(new double[,] { { 1, -2 }, { 0, 3 } });
        Assert.Equal(6, new ActivationPenalty(ActivationNorm.L1, 1).call(z).ToDouble());
        Assert.Equal(7, new ActivationPenalty(ActivationNorm.L2, 1).call(z).ToDouble());
        using var twice = cat([z, z], 0);
        Assert.Equal(1.2, new ActivationPenalty(ActivationNorm.L1, 0.1).call(twice).ToDouble(), 12);
        Assert.Equal(1.4, new ActivationPenalty(ActivationNorm.L2, 0.1).call(twice).ToDouble(), 12);
    }

    [Fact]
    public void GradientsMatchDifferences()
    {
        using var z = Check.Random(1, 3, 4);
        foreach (var norm in Enum.GetValues<ActivationNorm>()) Check.Gradient(new ActivationPenalty(norm, 0.3).call, z);
    }

    [Fact]
    public void RegulariserBuildsWhatItNames()
    {
        var graph = Graph.Path(2);
        using var z = tensor(new float[,] { { 1, -2 } });
        Assert.Null(Regulariser.None.Build(graph));
        Assert.Equal(3 * 0.5, Regulariser.L1(0.5).Build(graph)!.call(z).ToDouble(), 6);
        Assert.Equal(2.5 * 0.5, Regulariser.L2(0.5).Build(graph)!.call(z).ToDouble(), 6);
        Assert.Equal(9 * 0.5, Regulariser.GraphSpectral(0.5).Build(graph)!.call(z).ToDouble(), 6);
        Assert.Contains("'L3'", Assert.Throws<InvalidOperationException>(() => new Regulariser("L3", 1).Build(graph)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Regulariser.L1(-1).Build(graph));
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var z = Check.Random(1, 3, 4);
        using var penalty = new ActivationPenalty(ActivationNorm.L2, 1);
        Check.LeavesNothing(() => penalty.call(z).Dispose());
    }
}
