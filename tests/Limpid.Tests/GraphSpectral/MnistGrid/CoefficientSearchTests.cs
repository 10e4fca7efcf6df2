using Limpid.GraphSpectral;
using Limpid.GraphSpectral.MnistGrid;
using Limpid.Reproduction;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.MnistGrid;

[Collection(ProcessCollection.Name)]
public class CoefficientSearchTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void AGoodCoefficientBeatsOneThatDrownsTheTask()
    {
        using var scope = NewDisposeScope();
        var search = new CoefficientSearch(Toy.Data(60, 1), Toy.Settings(12), folds: 2);
        var scores = search.Run([Regulariser.L1(1000), Regulariser.L1(1e-6)], new Seed(1000), foldsRun: 1, cancel: Cancel);
        Assert.Equal([1000, 1e-6], scores.Select(score => score.Weight));
        Assert.All(scores, score => Assert.Single(score.Accuracies));
        Assert.True(scores[0].Accuracy < 0.5 && scores[1].Accuracy > 0.8, string.Join(", ", scores.Select(score => score.Accuracy)));
        Assert.Equal(1e-6, CoefficientSearch.Best(scores, "L1"));
    }

    [Fact]
    public void ATieGoesToTheSmallerCoefficient()
    {
        CoefficientScore[] scores = [new("L2", 1e-2, [0.9, 0.7]), new("L2", 1e-4, [0.8, 0.8]), new("GSR", 1, [1, 1])];
        Assert.Equal(1e-4, CoefficientSearch.Best(scores, "L2"));
        Assert.Contains("'L1'; expected one of L2, GSR", Assert.Throws<ArgumentException>(() => CoefficientSearch.Best(scores, "L1")).Message);
    }

    [Fact]
    public void ReportedSeedsAndWrongNumbersAreRefused()
    {
        using var scope = NewDisposeScope();
        var data = Toy.Data(20, 1);
        Assert.Equal("folds", Assert.Throws<ArgumentOutOfRangeException>(() => new CoefficientSearch(data, Toy.Settings(), 1)).ParamName);
        var search = new CoefficientSearch(data, Toy.Settings(), 2);
        Assert.Equal("seed", Assert.Throws<ArgumentOutOfRangeException>(() => search.Run([Regulariser.None], new Seed(0), 1, cancel: Cancel)).ParamName);
        Assert.Equal("foldsRun", Assert.Throws<ArgumentOutOfRangeException>(() => search.Run([Regulariser.None], new Seed(1000), 3, cancel: Cancel)).ParamName);
    }
}
