using Limpid.Data.Dna;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Data.Dna;

public sealed class NucleotidesTests
{
    [Theory]
    [InlineData("GATA", "TATC")]
    [InlineData("acgtn", "NACGT")]
    [InlineData("", "")]
    public void The_other_strand_is_complemented_and_turned(string sequence, string expected)
    {
        Assert.Equal(expected, Nucleotides.ReverseComplement(sequence));
        Assert.Equal(sequence.ToUpperInvariant(), Nucleotides.ReverseComplement(Nucleotides.ReverseComplement(sequence)));
    }

    [Fact]
    public void One_hot_puts_a_one_at_the_letter_and_none_at_N()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor hot = Nucleotides.OneHot(["ACGT", "tNna"]);
        Assert.Equal([2, 4, 4], hot.shape);
        Assert.Equal(ScalarType.Float32, hot.dtype);
        float[] expected = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0];
        Assert.Equal(expected, hot.data<float>().ToArray());
    }

    [Fact]
    public void Turning_both_axes_of_one_hot_is_the_other_strand()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.True(Nucleotides.OneHot(["GATTACA"]).flip(1, 2).equal(Nucleotides.OneHot([Nucleotides.ReverseComplement("GATTACA")])).all().item<bool>());
    }

    [Fact]
    public void Counts_and_shares_by_hand()
    {
        Assert.Equal([0.5, 0.25, 0, 0.25], Nucleotides.Composition(["AC", "NTA"]));
        double[,] counts = Nucleotides.Counts(["AC", "AN"]);
        Assert.Equal(new double[,] { { 2, 0, 0, 0 }, { 0, 1, 0, 0 } }, counts);
    }

    [Fact]
    public void What_is_no_DNA_is_refused()
    {
        Assert.Contains("'X'", Assert.Throws<ArgumentException>(() => Nucleotides.OneHot(["AXG"])).Message);
        Assert.Contains("'-'", Assert.Throws<ArgumentException>(() => Nucleotides.ReverseComplement("A-")).Message);
        Assert.Contains("3 letters; expected 2", Assert.Throws<ArgumentException>(() => Nucleotides.OneHot(["AC", "ACG"])).Message);
        Assert.Throws<ArgumentException>(() => Nucleotides.OneHot([]));
        Assert.Throws<ArgumentException>(() => Nucleotides.Composition(["NN"]));
    }
}
