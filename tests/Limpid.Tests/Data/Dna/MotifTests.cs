using Limpid.Data.Dna;
using Xunit;

namespace Limpid.Tests.Data.Dna;

public sealed class MotifTests
{
    private static Motif Small => Motif.Of("small", new double[,] { { 8, 0, 0, 0 }, { 1, 1, 1, 1 }, { 0, 2, 2, 0 } });

    [Fact]
    public void Counts_become_probabilities()
    {
        Assert.Equal(3, Small.Width);
        Assert.Equal("AAC", Small.Consensus);
        Assert.Equal([2.0, 0, 1], Small.Information());
        Assert.Equal(new double[,] { { 2, 0, 0, 0 }, { 0, 0, 0, 0 }, { 0, 0.5, 0.5, 0 } }, Small.Heights());
        Assert.Equal(0.5, Small[2, 1]);
        Motif smoothed = Motif.Of("small", new double[,] { { 8, 0, 0, 0 } }, pseudocount: 2);
        Assert.Equal([10 / 16.0, 2 / 16.0], [smoothed[0, 0], smoothed[0, 3]]);
    }

    [Fact]
    public void Information_against_a_background_is_the_relative_entropy() =>
        Close.Values([Math.Log2(1 / 0.4), 0.25 * (Math.Log2(0.25 / 0.4) + Math.Log2(0.25 / 0.3) + Math.Log2(0.25 / 0.2) + Math.Log2(0.25 / 0.1)), 0.5 * (Math.Log2(0.5 / 0.3) + Math.Log2(0.5 / 0.2))],
            Small.Information([0.4, 0.3, 0.2, 0.1]), 1e-12);

    [Fact]
    public void The_other_strand_reads_the_other_strand()
    {
        Motif turned = Small.ReverseComplement();
        Assert.Equal(1, turned[2, 3]);
        double[] own = Small.Ratios("ATCCAGG", [0.3, 0.2, 0.2, 0.3]), other = turned.Ratios(Nucleotides.ReverseComplement("ATCCAGG"), [0.3, 0.2, 0.2, 0.3]);
        Close.Values(own, other.Reverse(), 1e-12);
    }

    [Fact]
    public void Ratios_by_hand()
    {
        double[] ratios = Small.Ratios("AGCNA", [0.25, 0.25, 0.25, 0.25]);
        Assert.Equal([4 * 1 * 2, 0, 0], ratios);
        Assert.Equal([4.0], Small.Ratios("ANN", [0.25, 0.25, 0.25, 0.25]));
        Assert.Empty(Small.Ratios("AC", [0.25, 0.25, 0.25, 0.25]));
    }

    [Fact]
    public void Instances_follow_the_probabilities()
    {
        var random = new Random(5);
        string[] drawn = [.. Enumerable.Range(0, 4000).Select(_ => Small.Draw(random))];
        Assert.All(drawn, instance => Assert.Equal('A', instance[0]));
        Assert.All(drawn, instance => Assert.Contains(instance[2], "CG"));
        double[,] counts = Nucleotides.Counts(drawn);
        // Five standard deviations of a binomial with n = 4000.
        Assert.All(Enumerable.Range(0, 4), k => Close.Value(1000, counts[1, k], 5 * Math.Sqrt(4000 * 0.25 * 0.75)));
    }

    [Fact]
    public void A_consensus_becomes_a_motif()
    {
        Motif motif = Motif.Of("TAL1", "CAGATG", 0.94);
        Assert.Equal("CAGATG", motif.Consensus);
        Close.Value(0.02, motif[0, 0], 1e-12);
        Assert.Equal(0.94, motif[0, 1], 12);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        Assert.Contains("weights[0, 1] is -1", Assert.Throws<ArgumentException>(() => Motif.Of("m", new double[,] { { 1, -1, 0, 0 } })).Message);
        Assert.Contains("Position 0", Assert.Throws<ArgumentException>(() => Motif.Of("m", new double[1, 4])).Message);
        Assert.Throws<ArgumentException>(() => Motif.Of("m", new double[1, 3]));
        Assert.Throws<ArgumentException>(() => Motif.Of("m", "", 0.9));
        Assert.Contains("'N'", Assert.Throws<ArgumentException>(() => Motif.Of("m", "AN", 0.9)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Motif.Of("m", "A", 1.1));
        Assert.Throws<ArgumentException>(() => Small.Information([1, 0, 0, 0]));
    }
}
