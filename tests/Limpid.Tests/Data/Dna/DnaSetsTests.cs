using Limpid.Data;
using Limpid.Data.Dna;
using Xunit;

namespace Limpid.Tests.Data.Dna;

public sealed class DnaSetsTests
{
    private static void NeedsData(string name) =>
        Assert.SkipUnless(DataStore.Default.Status(name).State != DataState.Missing, $"{name} is not at hand; ./limpid data get {name} fetches it");

    [Fact]
    public void The_splice_junctions_are_the_known_ones()
    {
        LabelledSequences set = DnaSets.SpliceJunctions();
        Assert.Equal("3000 sequences of 60 letters: 679 donor, 669 acceptor, 1652 neither", set.ToString());
        Assert.Equal(3000, set.Sequences.Distinct().Count());
        double[,] donors = Nucleotides.Counts(set.OfClass(0).Sequences), acceptors = Nucleotides.Counts(set.OfClass(1).Sequences);
        Assert.All([donors[30, 2] / 679, donors[31, 3] / 679, acceptors[28, 0] / 669, acceptors[29, 2] / 669], share => Assert.InRange(share, 0.98, 1));
    }

    [Fact]
    public void The_motifs_are_the_known_ones()
    {
        IReadOnlyDictionary<string, Motif> motifs = DnaSets.JasparMotifs();
        Assert.Equal(["MAX", "SP1", "TBP", "CTCF", "TAL1::GATA1"], motifs.Keys);
        Assert.Equal("TGGCCACCAGGGGGCGCTA", motifs["CTCF"].Consensus);
        Assert.All(motifs.Values, motif => Assert.True(motif.Information().Sum() is > 8 and < 20, motif.ToString()));
    }

    [Fact]
    public void The_human_piece_is_the_known_one()
    {
        NeedsData("human-chr22");
        string human = DnaSets.Human();
        Assert.Equal(1_000_000, human.Length);
        Assert.Equal(100_000, human.Count(letter => letter == 'N'));
        Assert.StartsWith("TGGGAAGGTGGGG", human);
    }

    [Fact]
    public void The_genes_of_the_fly_are_the_known_ones()
    {
        NeedsData("drosophila-genes");
        IReadOnlyList<GenBankRecord> genes = DnaSets.DrosophilaGenes();
        Assert.Equal((586, 2709), (genes.Count, genes.Sum(gene => gene.Exons.Count)));
        // Coding parts read in their own direction start with ATG.
        Assert.InRange(genes.Select(gene => gene.OwnStrand()).Count(gene => gene.Sequence.Substring(gene.Exons[0].First - 1, 3) == "ATG"), 580, 586);
    }
}
