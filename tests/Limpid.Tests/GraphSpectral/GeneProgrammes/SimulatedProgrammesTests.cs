using Limpid.GraphSpectral.GeneProgrammes;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.GeneProgrammes;

public class SimulatedProgrammesTests
{
    [Fact]
    public void SharesActivitiesAndNamesAreAsSpecified()
    {
        using var data = SimulatedProgrammes.Draw(3000, 24, new Random(1));
        var labels = data.Cells["Programme"].Labels;
        Assert.Equal(0.35, labels.Count(p => p == 5) / 3000.0, 0.03);
        Assert.All(Enumerable.Range(0, 5), p => Assert.Equal(0.13, labels.Count(label => label == p) / 3000.0, 0.03));
        for (var cell = 0; cell < 3000; cell++)
        {
            // One programme in each cell; only trajectory cells have a time.
            Assert.All(Enumerable.Range(0, 6).Where(p => p != labels[cell]), p => Assert.Equal(0, data.Activity[cell, p]));
            Assert.Equal(labels[cell] == 5, double.IsFinite(data.Cells["Pseudotime"].Values[cell]));
        }
        Assert.Equal(["P1.0", "P1.1", "P2.0"], data.Cells.Genes.Take(3));
        Assert.Equal(("trajectory.0", "other.12", "other.23"), (data.Cells.Genes[10], data.Cells.Genes[12], data.Cells.Genes[23]));
    }

    [Fact]
    public void GenesAnswerTheirProgrammeAndTheTrajectoryItsTime()
    {
        using var data = SimulatedProgrammes.Draw(3000, 24, new Random(2));
        var labels = data.Cells["Programme"].Labels;
        double Mean(string gene, Func<int, bool> chosen) => data.Cells.Gene(gene).Where((_, cell) => chosen(cell)).Average();
        Assert.True(Mean("P3.1", cell => labels[cell] == 2) > 1.5 * Mean("P3.1", cell => labels[cell] != 2));
        Assert.Equal(Mean("other.15", cell => labels[cell] == 2), Mean("other.15", cell => labels[cell] != 2), 0.15);
        var time = data.Cells["Pseudotime"].Values;
        // The first of two trajectory genes peaks at 1/4, the second at 3/4.
        Assert.True(Mean("trajectory.0", cell => time[cell] < 0.4) > 1.3 * Mean("trajectory.0", cell => time[cell] > 0.7));
        Assert.True(Mean("trajectory.1", cell => time[cell] > 0.6) > 1.3 * Mean("trajectory.1", cell => time[cell] < 0.3));
    }

    [Fact]
    public void WrongSizesAreRefused()
    {
        Assert.Equal("genes", Assert.Throws<ArgumentOutOfRangeException>(() => SimulatedProgrammes.Draw(5, 13, new Random(1))).ParamName);
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => SimulatedProgrammes.Draw(0, 12, new Random(1))).ParamName);
    }
}
