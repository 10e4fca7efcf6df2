using Limpid.Margin.ExplainedImages;
using Xunit;

namespace Limpid.Tests.Margin.ExplainedImages;

/// <summary>Three images and one method, by hand.</summary>
public class ReadingStatisticsTests
{
    private static readonly ExplainedReadings[] study = [One(0.1, 1, 0.5), One(0.2, 1, 0), One(0.6, 0, 0.1)];

    private static ExplainedReadings One(double energy, params double[] curve) =>
        new("image", 0, 1, false, 0, [], [new("map", "method", 1, 0.15, energy, 0, 0.5, curve, [], 0, 0, [])], [0, 1]);

    [Fact]
    public void MeasuresAreTakenImageByImage()
    {
        Assert.Equal([0.1, 0.2, 0.6], study.Each("method", map => map.Energy));
        Assert.Equal(0.3, study.Mean("method", map => map.Energy), 1e-12);
        Assert.Equal(Math.Sqrt((0.04 + 0.01 + 0.09) / 2), study.Deviation("method", map => map.Energy), 1e-12);
        Assert.Equal(2, study.CountAboveArea("method"));
    }

    [Fact]
    public void CurvesAreAveragedPointByPoint()
    {
        Assert.Equal([2 / 3.0, 0.2], study.MeanCurve("method", map => map.Deletion), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.True(double.IsNaN(study[..1].Deviation("method", map => map.Energy)));
        Assert.Contains("There is no map 'other'", Assert.Throws<ArgumentException>(() => study.Each("other", map => map.Energy)).Message);
    }
}
