using Limpid.Data.Dna;
using Limpid.Relevance.SpliceSites;
using Xunit;

namespace Limpid.Tests.Relevance.SpliceSites;

public sealed class SpliceWindowsTests
{
    private static readonly string Left = string.Concat(Enumerable.Repeat("CCT", 20)), Middle = string.Concat(Enumerable.Repeat("CTT", 30)), Right = string.Concat(Enumerable.Repeat("CTT", 20));

    // An exon of 60 letters, an intron GT...AG of 94, an exon of 60; one more GT and AG each inside the intron.
    private static GenBankRecord Gene => new("g", Left + "GT" + Middle[..43] + "GTCAG" + Middle[48..] + "AG" + Right, [(1, 60), (155, 214)], false);

    [Fact]
    public void Sites_and_decoys_by_hand()
    {
        LabelledSequences donors = SpliceWindows.Donors([Gene], 5, new Random(1)), acceptors = SpliceWindows.Acceptors([Gene], 5, new Random(1));
        Assert.Equal("2 sequences of 80 letters: 1 decoy, 1 site", donors.ToString());
        Assert.Equal("2 sequences of 80 letters: 1 decoy, 1 site", acceptors.ToString());
        Assert.Equal(Left[20..] + "GT" + Middle[..38], donors.OfClass(1).Sequences[0]);
        Assert.EndsWith("AG" + Right[..40], acceptors.OfClass(1).Sequences[0]);
        Assert.All(donors.Sequences, window => Assert.Equal("GT", window[40..42]));
        Assert.All(acceptors.Sequences, window => Assert.Equal("AG", window[38..40]));
    }

    [Fact]
    public void The_other_strand_gives_the_same_windows()
    {
        var turned = new GenBankRecord("g", Nucleotides.ReverseComplement(Gene.Sequence), [(1, 60), (155, 214)], true);
        Assert.Equal(SpliceWindows.Donors([Gene], 1, new Random(1)).Sequences, SpliceWindows.Donors([turned], 1, new Random(1)).Sequences);
    }

    [Fact]
    public void A_window_comes_once()
    {
        Assert.Equal(2, SpliceWindows.Donors([Gene, Gene], 9, new Random(1)).Count);
        Assert.Throws<ArgumentException>(() => SpliceWindows.Donors([Gene with { Exons = [(1, 60)] }], 1, new Random(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpliceWindows.Donors([Gene], 0, new Random(1)));
    }
}
