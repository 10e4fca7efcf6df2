using Limpid.Evaluation;
using Limpid.Reproduction;
using Limpid.Tests.GraphSpectral;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Evaluation;

public class FaithfulnessCorrelationTests
{
    private static readonly FlippingOptions ToZero = new() { Replacement = Replacement.Zero };

    [Fact]
    public void ExactContributionsOfALinearModelCorrelateFully()
    {
        using var scope = NewDisposeScope();
        var weights = Check.Values(Check.Random(1, 15));
        var (x, t) = (Check.Random(2, 4, 15), tensor(new long[] { 0, 0, 0, 0 }));
        var contributions = x.mul(tensor(weights));
        Close.Values([1, 1, 1, 1], Check.Values(Faithfulness.Correlation(SmallModels.Linear(weights), x, t, contributions, 5, 40, ToZero)), 1e-12);
        Close.Values([-1, -1, -1, -1], Check.Values(Faithfulness.Correlation(SmallModels.Linear(weights), x, t, contributions.neg(), 5, 40, ToZero)), 1e-12);
        Assert.All(Check.Values(Faithfulness.Correlation(SmallModels.Linear(weights), x, t, zeros(4, 15), 5, 40, ToZero)), v => Assert.True(double.IsNaN(v)));
    }

    [Fact]
    public void EqualsItsSlowTwin()
    {
        using var scope = NewDisposeScope();
        long[] shape = [3, 2, 9];
        var (x, t, relevance, model) = (Check.Random(1, shape), tensor(new long[] { 1, 2, 0 }), Check.Random(2, shape), SmallModels.Curved(5, 18));
        var fast = Check.Values(Faithfulness.Correlation(model, x, t, relevance, 3, 20, ToZero with { Unit = FlippingUnit.Position, BatchSize = 7, Seed = new Seed(8) }));
        for (var sample = 0; sample < 3; sample++)
        {
            var (input, map) = (Twin.Rows(x)[sample], Twin.Rows(relevance)[sample]);
            var (sums, falls) = (new List<double>(), new List<double>());
            for (var subset = 0; subset < 20; subset++)
            {
                var keys = Check.Values(RowDraws.Uniform(new Seed(8).Of("subsets"), sample * 20 + subset, 1, 9));
                var gone = Enumerable.Range(0, 9).OrderByDescending(i => keys[i]).Take(3).ToHashSet();
                sums.Add(Enumerable.Range(0, 18).Where(e => gone.Contains(e % 9)).Sum(e => map[e]));
                falls.Add(SmallModels.Score(model, input, shape, t[sample].item<long>())
                    - SmallModels.Score(model, [.. input.Select((v, e) => gone.Contains(e % 9) ? 0 : v)], shape, t[sample].item<long>()));
            }
            Close.Value(MathNet.Numerics.Statistics.Correlation.Pearson(sums, falls), fast[sample], 1e-11);
        }
    }

    [Fact]
    public void BadInputIsNamedAndNothingIsLeftBehind()
    {
        using var x = Check.Random(1, 2, 6);
        using var t = tensor(new long[] { 0, 1 });
        var model = SmallModels.Linear([1, 2, 3, 4, 5, 6]);
        foreach (var size in new[] { 0, 6 })
            Assert.Equal("subsetSize", Assert.Throws<ArgumentOutOfRangeException>(() => Faithfulness.Correlation(model, x, t, x, size)).ParamName);
        Assert.Equal("subsets", Assert.Throws<ArgumentOutOfRangeException>(() => Faithfulness.Correlation(model, x, t, x, 2, 1)).ParamName);
        Check.LeavesNothing(() => Faithfulness.Correlation(model, x, t, x, 2, 5).Dispose());
    }
}
