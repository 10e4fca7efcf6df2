using Limpid.Data.Dna;
using Limpid.Relevance.PlantedMotifs;
using Xunit;

namespace Limpid.Tests.Relevance.PlantedMotifs;

public sealed class LikelihoodOracleTests
{
    private static readonly PlantedDesign Small = PlantedDesign.InGenome(
        "small", Motif.Of("a", "AC", 0.7), Motif.Of("b", "GTT", 0.6), string.Concat(Enumerable.Repeat("ACGGTTAACA", 20)), 30);

    private static double[] Ratios(Motif motif, string sequence) =>
        [.. motif.Ratios(sequence, Small.Composition).Zip(motif.ReverseComplement().Ratios(sequence, Small.Composition), (own, other) => (own + other) / 2)];

    // Straight from the definition: every arrangement of k and m copies, one after the other along the sequence.
    private static (double Sum, double Count) Enumerated(double[] first, double[] second, int at, int k, int m)
    {
        if (k == 0 && m == 0)
            return (1, 1);
        var (sum, count) = (0.0, 0.0);
        for (var start = at; start < 30; start++)
        {
            if (k > 0 && start < first.Length)
                Add(first[start], Enumerated(first, second, start + 2, k - 1, m));
            if (m > 0 && start < second.Length)
                Add(second[start], Enumerated(first, second, start + 3, k, m - 1));
        }
        return (sum, count);

        void Add(double ratio, (double Sum, double Count) rest) => (sum, count) = (sum + ratio * rest.Sum, count + rest.Count);
    }

    [Fact]
    public void Ratios_equal_the_mean_over_all_arrangements()
    {
        string sequence = Small.Background(new Random(1));
        var (first, second, oracle) = (Ratios(Small.First, sequence), Ratios(Small.Second, sequence), new LikelihoodOracle(Small));
        double Mean(int[] copies, int[] others) => copies.SelectMany(_ => others, (k, m) =>
        {
            var (sum, count) = Enumerated(first, second, 0, k, m);
            Assert.Equal(count, oracle.Arrangements(k, m), 3);
            return sum / count;
        }).Average();
        Close.Values([Mean([1, 2, 3], [1, 2, 3]), Mean([1, 2, 3], [0]), Mean([0], [1, 2, 3]), 1], oracle.StratumRatios(sequence), 1e-9);
    }

    [Fact]
    public void Scores_are_the_ratios_of_equally_likely_strata()
    {
        string sequence = Small.Background(new Random(2));
        var oracle = new LikelihoodOracle(Small);
        double[] strata = oracle.StratumRatios(sequence);
        double[] expected = [Math.Log(strata[0] / ((strata[1] + strata[2] + 1) / 3)), Math.Log((strata[0] + strata[1]) / (strata[2] + 1)), Math.Log((strata[0] + strata[2]) / (strata[1] + 1))];
        Close.Values(expected, oracle.Scores([sequence])[0], 1e-12);
    }

    [Fact]
    public void On_the_generators_own_sequences_it_is_nearly_always_right()
    {
        PlantedSequences set = PlantedSequences.Draw(PlantedDesign.Extended, 300, new Random(2));
        double[][] scores = new LikelihoodOracle(PlantedDesign.Extended).Scores(set.Sequences);
        Assert.All(scores, three => Assert.All(three, score => Assert.True(double.IsFinite(score))));
        Assert.InRange(Enumerable.Range(0, 300).Count(i => scores[i][1] > 0 == set.Strata[i] is Stratum.Both or Stratum.First), 279, 300);
    }

    [Fact]
    public void Another_length_is_refused() =>
        Assert.Contains("3 letters; expected 30", Assert.Throws<ArgumentException>(() => new LikelihoodOracle(Small).StratumRatios("ACG")).Message);
}
