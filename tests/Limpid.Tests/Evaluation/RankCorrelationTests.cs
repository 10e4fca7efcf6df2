using Limpid.Evaluation;
using Limpid.Tests.GraphSpectral;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Evaluation;

public class RankCorrelationTests
{
    [Fact]
    public void EqualsScipy()
    {
        using var scope = NewDisposeScope();
        foreach (var recorded in RecordedCase.All)
        {
            var (first, second) = (tensor(recorded.First).unsqueeze(0), tensor(recorded.Second).unsqueeze(0));
            Close.Values([recorded["spearman"]], Check.Values(RankCorrelation.Spearman(first, second, RelevancePart.Signed)), 1e-13);
            Close.Values([recorded["spearman_absolute"]], Check.Values(RankCorrelation.Spearman(first, second)), 1e-13);
        }
    }

    [Fact]
    public void ByHand()
    {
        using var scope = NewDisposeScope();
        var first = tensor(new double[,] { { 1, 2, 3, 4 }, { 1, 2, 3, 4 }, { 1, 2, 3, 4 }, { 0.1, 0.1, 0.1, 0.1 } });
        var second = tensor(new double[,] { { 1, 4, 9, 16 }, { -4, -3, -2, -1 }, { 2, 1, 4, 3 }, { 1, 2, 3, 4 } });
        var rho = Check.Values(RankCorrelation.Spearman(first, second));
        Close.Values([1, -1, 0.6], rho[..3], 1e-15);
        Assert.True(double.IsNaN(rho[3]));
    }

    [Fact]
    public void BadInputIsNamedAndNothingIsLeftBehind()
    {
        using var first = Check.Random(1, 2, 3);
        using var second = Check.Random(2, 2, 4);
        var error = Assert.Throws<ArgumentException>(() => RankCorrelation.Spearman(first, second));
        Assert.Equal("second", error.ParamName);
        Assert.Contains("[2, 4]; expected [2, 3]", error.Message);
        Check.LeavesNothing(() => RankCorrelation.Spearman(first, first).Dispose());
    }
}
