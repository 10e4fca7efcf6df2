using Limpid.Evaluation;
using Limpid.Tests.GraphSpectral;
using TorchSharp;
using Xunit;
using static Limpid.Evaluation.RelevancePart;
using static TorchSharp.torch;

namespace Limpid.Tests.Evaluation;

public class LocalisationTests
{
    private static readonly RelevancePart[] Parts = [Positive, Absolute, Signed];

    [Fact]
    public void ByHand()
    {
        using var scope = NewDisposeScope();
        var (maps, masks) = (tensor(new double[,] { { 3, 1, -2, 4, 0 } }), tensor(new[,] { { true, true, true, false, false } }));
        double One(Tensor result) => Assert.Single(Check.Values(result));
        Close.Value(0.5, One(Localisation.MassAccuracy(maps, masks)), 1e-15);
        Close.Value(0.6, One(Localisation.MassAccuracy(maps, masks, Absolute)), 1e-15);
        Assert.Equal(0, One(Localisation.PointingGame(maps, masks)));
        Close.Value(2 / 3.0, One(Localisation.RankAccuracy(maps, masks)), 1e-15);
        // Pairs (inside, outside): 3 > 0, 1 > 0, and -2 as 0 ties with 0; the others lose.
        Close.Value(2.5 / 6, One(Localisation.RocAuc(maps, masks)), 1e-15);
        Close.Value(2.0 / 6, One(Localisation.RocAuc(maps, masks, Signed)), 1e-15);
        Close.Value(0.5, One(Localisation.TopKIntersection(maps, masks, 2)), 1e-15);
        Close.Value(0.25, One(Localisation.TopKIntersectionOverUnion(maps, masks, 2)), 1e-15);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public void EqualTheirSlowTwins(int levels)
    {
        using var scope = NewDisposeScope();
        var (maps, masks) = (Twin.Tied(4, levels, 8, 23), Twin.Mask(5, 8, 23));
        var (rows, inside) = (Twin.Rows(maps), Twin.Rows(masks).Select(row => row.Select(v => v == 1).ToArray()).ToArray());
        foreach (var part in Parts)
        {
            double[] Slow(Func<double[], bool[], double> measure) => [.. rows.Zip(inside, (r, s) => measure(Twin.Part(r, part), s))];
            Close.Values(Slow((r, s) => Drawn(r, s, 1)), Check.Values(Localisation.PointingGame(maps, masks, part)), 1e-13);
            Close.Values(Slow((r, s) => Drawn(r, s, s.Count(m => m)) / s.Count(m => m)), Check.Values(Localisation.RankAccuracy(maps, masks, part)), 1e-13);
            Close.Values(Slow(SlowAuc), Check.Values(Localisation.RocAuc(maps, masks, part)), 1e-13);
            foreach (var k in new[] { 1, 4, 23 })
            {
                Close.Values(Slow((r, s) => Drawn(r, s, k) / k), Check.Values(Localisation.TopKIntersection(maps, masks, k, part)), 1e-13);
                Close.Values(Slow((r, s) => Drawn(r, s, k) / (k + s.Count(m => m) - Drawn(r, s, k))),
                    Check.Values(Localisation.TopKIntersectionOverUnion(maps, masks, k, part)), 1e-13);
            }
            if (part != Signed)
                Close.Values(Slow((r, s) => r.Where((_, i) => s[i]).Sum() / r.Sum()), Check.Values(Localisation.MassAccuracy(maps, masks, part)), 1e-13);
        }
    }

    [Fact]
    public void TheAreaEqualsScikitLearn()
    {
        using var scope = NewDisposeScope();
        foreach (var recorded in RecordedCase.All)
        {
            var (maps, masks) = (tensor(recorded.First).unsqueeze(0), tensor(recorded.Mask).unsqueeze(0));
            Close.Values([recorded["auc"]], Check.Values(Localisation.RocAuc(maps, masks, Signed)), 1e-13);
            Close.Values([recorded["auc_positive"]], Check.Values(Localisation.RocAuc(maps, masks)), 1e-13);
            Close.Values([recorded["auc_absolute"]], Check.Values(Localisation.RocAuc(maps, masks, Absolute)), 1e-13);
        }
    }

    [Fact]
    public void TiesCountAsTheMeanOverTheirOrders()
    {
        using var scope = NewDisposeScope();
        var (row, inside) = (new double[] { 0, 2, 0, 0, 5, 0, 2, 0 }, new[] { true, false, true, false, false, true, true, false });
        var (maps, masks) = (tensor(row).unsqueeze(0), tensor(inside).unsqueeze(0));
        var random = new Random(1);
        for (var k = 1; k <= 8; k++)
        {
            var mean = Enumerable.Range(0, 20_000).Average(_ =>
                Enumerable.Range(0, 8).Select(i => (i, random.NextDouble())).OrderByDescending(p => row[p.i]).ThenBy(p => p.Item2).Take(k).Count(p => inside[p.i])) / k;
            Close.Value(mean, Check.Values(Localisation.TopKIntersection(maps, masks, k))[0], 0.02);
        }
    }

    [Fact]
    public void AConstantMapScoresWhatChanceGives()
    {
        using var scope = NewDisposeScope();
        var masks = tensor(new double[,] { { 1, 0, 0, 0, 1 } });
        foreach (var maps in new[] { zeros(1, 5), ones(1, 5) })
        {
            Close.Value(0.4, Check.Values(Localisation.PointingGame(maps, masks))[0], 1e-15);
            Close.Value(0.4, Check.Values(Localisation.RankAccuracy(maps, masks))[0], 1e-15);
            Close.Value(0.4, Check.Values(Localisation.TopKIntersection(maps, masks, 3))[0], 1e-15);
            Close.Value(0.5, Check.Values(Localisation.RocAuc(maps, masks))[0], 1e-15);
        }
        Close.Value(0.4, Check.Values(Localisation.MassAccuracy(ones(1, 5), masks))[0], 1e-15);
        Assert.True(double.IsNaN(Check.Values(Localisation.MassAccuracy(zeros(1, 5), masks))[0]));
        Assert.True(double.IsNaN(Check.Values(Localisation.MassAccuracy(ones(1, 5).neg(), masks))[0]));
    }

    [Fact]
    public void AnEmptyMaskGivesNaNAndAFullOneAll()
    {
        using var scope = NewDisposeScope();
        var (maps, masks) = (tensor(new double[,] { { 1, 2, -3 }, { 1, 2, -3 } }), tensor(new double[,] { { 0, 0, 0 }, { 1, 1, 1 } }));
        void Expect(Tensor result, double full)
        {
            var values = Check.Values(result);
            Assert.True(double.IsNaN(values[0]));
            Assert.Equal(full, values[1]);
        }

        Expect(Localisation.PointingGame(maps, masks), 1);
        Expect(Localisation.MassAccuracy(maps, masks), 1);
        Expect(Localisation.RankAccuracy(maps, masks), 1);
        Expect(Localisation.RocAuc(maps, masks), double.NaN);
        Expect(Localisation.TopKIntersection(maps, masks, 2), 1);
        Expect(Localisation.TopKIntersectionOverUnion(maps, masks, 2), 2 / 3.0);
    }

    [Fact]
    public void ChannelsAreSummedWhereTheMaskHasNone()
    {
        using var scope = NewDisposeScope();
        var (maps, masks) = (Check.Random(2, 3, 4, 5, 6), Twin.Mask(3, 3, 5, 6));
        foreach (var part in new[] { Positive, Absolute })
        {
            var pooled = ChannelPooling.Sum(maps, part);
            Assert.Equal([3, 5, 6], pooled.shape);
            var expected = Check.Values(Localisation.MassAccuracy(pooled, masks, part));
            Assert.Equal(expected, Check.Values(Localisation.MassAccuracy(maps, masks, part)));
            Assert.Equal(expected, Check.Values(Localisation.MassAccuracy(maps, masks.unsqueeze(1), part)));
        }
        Assert.Equal([2, 0], Check.Values(ChannelPooling.Sum(tensor(new double[,,] { { { 5, 1 }, { -3, -2 } } }))));
        Assert.Equal([2, 1], Check.Values(ChannelPooling.Sum(tensor(new double[,,] { { { 5, 1 }, { -3, -2 } } }), Absolute)));
        Assert.Equal([2, -1], Check.Values(ChannelPooling.Sum(tensor(new double[,,] { { { 5, 1 }, { -3, -2 } } }), Signed)));
    }

    [Fact]
    public void BadInputIsNamed()
    {
        using var scope = NewDisposeScope();
        var (maps, masks) = (ones(2, 3), ones(2, 3));
        ArgumentException Refused(Action action) => Assert.ThrowsAny<ArgumentException>(action);
        Assert.Contains("masks has shape [2, 4]; expected [2, 3]", Refused(() => Localisation.RocAuc(maps, ones(2, 4))).Message);
        Assert.Contains("expected [2, 3, 4] as the relevance", Refused(() => Localisation.RocAuc(ones(2, 3, 4), ones(2, 3))).Message);
        Assert.Contains("holds the value 0.5; expected 0 and 1", Refused(() => Localisation.MassAccuracy(maps, masks.mul(0.5))).Message);
        Assert.Equal("masks", Refused(() => Localisation.MassAccuracy(maps, masks.mul(double.NaN))).ParamName);
        Assert.Equal("relevance", Refused(() => Localisation.PointingGame(maps.mul(double.NaN), masks)).ParamName);
        Assert.Equal("part", Refused(() => Localisation.MassAccuracy(maps, masks, Signed)).ParamName);
        Assert.Equal("part", Refused(() => Localisation.RocAuc(maps, masks, (RelevancePart)7)).ParamName);
        Assert.Contains("Expected 1 to 3", Refused(() => Localisation.TopKIntersection(maps, masks, 4)).Message);
        Assert.Equal("k", Refused(() => Localisation.TopKIntersectionOverUnion(maps, masks, 0)).ParamName);
        Assert.Contains("expected [N, C, ...]", Refused(() => ChannelPooling.Sum(maps)).Message);
        Assert.Throws<ArgumentNullException>(() => Localisation.RocAuc(null!, masks));
        Assert.Throws<ArgumentNullException>(() => Localisation.RocAuc(maps, null!));
    }

    [Fact]
    public void NothingChangesAndNothingIsLeftBehind()
    {
        using var maps = Twin.Tied(1, 3, 2, 3, 4);
        using var masks = Twin.Mask(2, 2, 4);
        var before = Check.Values(maps);
        foreach (var measure in new Func<Tensor, Tensor, Tensor>[]
        {
            (r, s) => Localisation.PointingGame(r, s), (r, s) => Localisation.MassAccuracy(r, s), (r, s) => Localisation.RankAccuracy(r, s),
            (r, s) => Localisation.RocAuc(r, s), (r, s) => Localisation.TopKIntersection(r, s, 2), (r, s) => Localisation.TopKIntersectionOverUnion(r, s, 2),
        })
        {
            Check.LeavesNothing(() => measure(maps, masks).Dispose());
            Check.LeavesNothing(() => Assert.Throws<ArgumentException>(() => measure(maps, maps)), 5);
        }
        Assert.Equal(before, Check.Values(maps));
    }

    private static double SlowAuc(double[] row, bool[] inside) => (
        from i in Enumerable.Range(0, row.Length)
        where inside[i]
        from j in Enumerable.Range(0, row.Length)
        where !inside[j]
        select row[i] > row[j] ? 1 : row[i] == row[j] ? 0.5 : 0).Average();

    /// <summary>How many of the k largest lie inside: entry after entry in falling order, equal ones each at the chance that it is among those still taken.</summary>
    private static double Drawn(double[] row, bool[] inside, int k)
    {
        var (found, left) = (0.0, k);
        foreach (var level in Enumerable.Range(0, row.Length).GroupBy(i => row[i]).OrderByDescending(g => g.Key))
        {
            var (all, hits) = (level.Count(), level.Count(i => inside[i]));
            var taken = Math.Min(left, all);
            found += taken * (double)hits / all;
            left -= taken;
        }
        return found;
    }
}
