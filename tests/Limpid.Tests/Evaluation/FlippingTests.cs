using Limpid.Evaluation;
using Limpid.Reproduction;
using Limpid.Tests.GraphSpectral;
using TorchSharp;
using Xunit;
using static Limpid.Evaluation.FlippingOrder;
using static TorchSharp.torch;

namespace Limpid.Tests.Evaluation;

public class FlippingTests
{
    private static readonly FlippingOptions ToZero = new() { Replacement = Replacement.Zero };

    [Fact]
    public void ByHand()
    {
        using var scope = NewDisposeScope();
        var (x, t) = (tensor(new double[,] { { 1, 2, 3, 4 } }), tensor(new long[] { 0 }));
        var model = SmallModels.Linear([1, 3, -1, 2]);
        // Contributions 1, 6, -3, 8 of a score of 12.
        var relevance = tensor(new double[,] { { 1, 6, -3, 8 } });
        var falling = Faithfulness.PixelFlipping(model, x, t, relevance, MostRelevantFirst, ToZero);
        var rising = Faithfulness.PixelFlipping(model, x, t, relevance, LeastRelevantFirst, ToZero);
        Close.Values([12, 4, -2, -3, 0], falling.Mean, 1e-14);
        Close.Values([12, 15, 14, 8, 0], rising.Mean, 1e-14);
        Assert.Equal([0, 0.25, 0.5, 0.75, 1], falling.Fractions);
        Close.Values([(6 + 4 - 2 - 3) / 4.0], Check.Values(falling.Area()), 1e-14);
        Close.Values([(12 + 4) / 2.0], Check.Values(falling.Area(0.25)), 1e-14);
        // Half of the first step: from 12 to 8.
        Close.Values([10], Check.Values(falling.Area(0.125)), 1e-14);
        Close.Values([(8 + 14 + 15 + 12) / 5.0], Check.Values(falling.Aopc()), 1e-14);
        Close.Values([(6 + 15 + 14 + 8 - 5) / 4.0], Check.Values(Faithfulness.Abpc(falling, rising)), 1e-14);
        // To 1/8: MoRF from 12 to 8, LeRF from 12 to 13.5.
        Close.Values([12.75 - 10], Check.Values(Faithfulness.Abpc(falling, rising, 0.125)), 1e-14);
    }

    [Theory]
    [InlineData("feature", 70)]
    [InlineData("position", 35)]
    [InlineData("patch", 9)]
    [InlineData("square", 12)]
    public void EqualsItsSlowTwin(string name, int units)
    {
        using var scope = NewDisposeScope();
        long[] shape = [4, 2, 5, 7];
        var (x, relevance, t) = (Check.Random(1, shape), Check.Random(2, shape), tensor(new long[] { 0, 2, 1, 2 }));
        var model = SmallModels.Curved(3, 70);
        var unit = name switch { "feature" => FlippingUnit.Feature, "position" => FlippingUnit.Position, "patch" => FlippingUnit.Patch(2, 3), _ => FlippingUnit.Patch(2) };
        int UnitOf(int entry)
        {
            var (row, column) = (entry % 35 / 7, entry % 7);
            return name switch { "feature" => entry, "position" => entry % 35, "patch" => row / 2 * 3 + column / 3, _ => row / 2 * 4 + column / 2 };
        }

        foreach (var order in new[] { MostRelevantFirst, LeastRelevantFirst })
            foreach (var (step, upTo, batch) in new[] { (1, 1.0, 1000), (4, 1.0, 3), (2, 0.6, 7) })
            {
                var curve = Faithfulness.PixelFlipping(model, x, t, relevance, order, new() { Unit = unit, UnitsPerStep = step, UpTo = upTo, BatchSize = batch, Replacement = Replacement.Constant(0.5) });
                var last = (int)Math.Ceiling(units * upTo - 1e-9);
                Assert.Equal(last / (double)units, curve.Fractions[^1], 12);
                for (var sample = 0; sample < 4; sample++)
                {
                    var (input, map) = (Twin.Rows(x)[sample], Twin.Rows(relevance)[sample]);
                    var sums = Enumerable.Range(0, 70).GroupBy(UnitOf).ToDictionary(g => g.Key, g => g.Sum(e => map[e]));
                    Assert.Equal(units, sums.Count);
                    int[] sorted = [.. sums.Keys.OrderBy(u => order == MostRelevantFirst ? -sums[u] : sums[u])];
                    for (var point = 0; point < curve.Fractions.Count; point++)
                    {
                        var gone = sorted.Take(Math.Min(point * step, last)).ToHashSet();
                        var flipped = input.Select((value, e) => gone.Contains(UnitOf(e)) ? 0.5 : value).ToArray();
                        Close.Value(SmallModels.Score(model, flipped, shape, t[sample].item<long>()), curve[sample, point], 1e-12);
                    }
                }
            }
    }

    [Fact]
    public void TiesAreBrokenByTheSeedAloneAndLeastFirstIsTheReverse()
    {
        using var scope = NewDisposeScope();
        var (x, t) = (Check.Random(1, 5, 12), tensor(new long[] { 0, 0, 0, 0, 0 }));
        var model = SmallModels.Linear([.. Enumerable.Range(1, 12).Select(i => Math.Sqrt(i))]);
        foreach (var relevance in new[] { zeros(5, 12, float64), Twin.Tied(3, 1, 5, 12) })
        {
            var falling = Faithfulness.PixelFlipping(model, x, t, relevance, MostRelevantFirst, ToZero);
            Close.Values(Values(falling), Values(Faithfulness.PixelFlipping(model, x, t, relevance, MostRelevantFirst, ToZero with { BatchSize = 5 })), 1e-12);
            Assert.NotEqual(Values(falling), Values(Faithfulness.PixelFlipping(model, x, t, relevance, MostRelevantFirst, ToZero with { Seed = new Seed(1) })));
            var rising = Faithfulness.PixelFlipping(model, x, t, relevance, LeastRelevantFirst, ToZero);
            for (var sample = 0; sample < 5; sample++)
                for (var k = 0; k <= 12; k++) Close.Value(falling[sample, 0], falling[sample, k] + rising[sample, 12 - k], 1e-12);
            // A sample's curve is its own, whatever else is in the set.
            var two = Faithfulness.PixelFlipping(model, x.narrow(0, 0, 2), t.narrow(0, 0, 2), relevance.narrow(0, 0, 2), MostRelevantFirst, ToZero);
            Close.Values(Values(falling)[..26], Values(two), 1e-12);
        }
        var random = Faithfulness.PixelFlipping(model, x, t, Check.Random(9, 5, 12), FlippingOrder.Random, ToZero);
        Assert.Equal(Values(Faithfulness.PixelFlipping(model, x, t, ones(5, 12), MostRelevantFirst, ToZero)), Values(random));
    }

    [Fact]
    public void EveryOrderOfTiesIsAsLikely()
    {
        using var scope = NewDisposeScope();
        var ranks = FlippingRanks.Of(zeros(6000, 3, float64), MostRelevantFirst, new Seed(4));
        var places = ranks.data<long>().ToArray();
        var counts = Enumerable.Range(0, 6000).GroupBy(i => places[3 * i] * 10 + places[3 * i + 1]).ToArray();
        Assert.Equal(6, counts.Length);
        // 1000 expected, with a standard deviation of 29.
        Assert.All(counts, group => Assert.InRange(group.Count(), 850, 1150));
    }

    [Fact]
    public void NucleotidesAreFlippedAsPositions()
    {
        using var scope = NewDisposeScope();
        var bases = new long[] { 0, 3, 2, 1, 1, 0 };
        var x = zeros(1, 4, 6);
        for (var i = 0; i < 6; i++) x[0, bases[i], i] = 1f;
        var weights = Check.Values(Check.Random(5, 24));
        var (model, t) = (SmallModels.Linear(weights), tensor(new long[] { 0 }));
        var relevance = x.mul(tensor(weights).reshape(1, 4, 6));
        double Score(Func<int, int, double> input) => (from c in Enumerable.Range(0, 4) from i in Enumerable.Range(0, 6) select weights[c * 6 + i] * input(c, i)).Sum();
        double At(int c, int i) => bases[i] == c ? 1 : 0;
        var background = tensor(Check.Values(Check.Random(6, 24))).reshape(1, 4, 6);
        var first = Enumerable.Range(0, 6).MaxBy(i => weights[bases[i] * 6 + i]);
        foreach (var (replacement, value) in new (Replacement, Func<int, int, double>)[]
        {
            (Replacement.Zero, (_, _) => 0), (Replacement.Constant(0.25), (_, _) => 0.25), (Replacement.Background(background), (c, i) => background[0, c, i].item<double>()),
        })
        {
            var options = new FlippingOptions { Unit = FlippingUnit.Position, Replacement = replacement };
            var curve = Faithfulness.PixelFlipping(model, x, t, relevance, MostRelevantFirst, options);
            Close.Values([Score(At), Score((c, i) => i == first ? value(c, i) : At(c, i)), Score(value)], [curve[0, 0], curve[0, 1], curve[0, 6]], 1e-6);
            Assert.Equal(7, curve.Fractions.Count);
            Assert.Equal(Values(curve), Values(Faithfulness.PixelFlipping(model, x, t, relevance.sum(1), MostRelevantFirst, options)));
        }
    }

    [Fact]
    public void ThePartialCurveIsTheBeginningOfTheWholeOne()
    {
        using var scope = NewDisposeScope();
        var (x, t, relevance) = (Check.Random(1, 3, 30), tensor(new long[] { 1, 0, 1 }), Check.Random(2, 3, 30));
        var model = SmallModels.Curved(4, 30);
        var whole = Faithfulness.PixelFlipping(model, x, t, relevance);
        var part = Faithfulness.PixelFlipping(model, x, t, relevance, options: new() { UpTo = 0.1 });
        Assert.Equal([0, 1 / 30.0, 2 / 30.0, 0.1], part.Fractions);
        Close.Values(Check.Values(whole.Area(0.1)), Check.Values(part.Area()), 1e-12);
        Close.Values(Check.Values(whole.Area(0.05)), Check.Values(part.Area(0.05)), 1e-12);
        Assert.Equal("upTo", Assert.Throws<ArgumentOutOfRangeException>(() => part.Area(0.2)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => part.Area(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => part[3, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => part[0, 4]);
        Assert.Equal([3, 4], part.ToTensor().shape);
        Assert.Equal("leastRelevantFirst", Assert.Throws<ArgumentException>(() => Faithfulness.Abpc(whole, part)).ParamName);
    }

    private static double[] Values(FlippingCurve curve)
    {
        using var scores = curve.ToTensor();
        return Check.Values(scores);
    }
}
