using System.Text;
using Limpid.Data;
using Limpid.Data.Dna;
using Xunit;

namespace Limpid.Tests.Data.Dna;

public sealed class DnaReaderTests
{
    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);

    private const string Gene = """
        LOCUS       chr1_1-30   30 bp  DNA
        FEATURES             Location/Qualifiers
             source          1..30
             CDS             complement(join(3..6,10..14,
                             20..25))
                             /gene="1"
        BASE COUNT     1 a
        ORIGIN
                1 aaccggttaa ccggttaacc
               21 ggttaaccgg
        //

        """;

    [Theory]
    [InlineData(">one first\nACG\nTn\n\n>two\nA\n")]
    [InlineData(">one\r\nACGTn\r\n>two\r\nA")]
    public void Fasta_joins_lines(string text) =>
        Assert.Equal([new FastaRecord("one", "ACGTn"), new FastaRecord("two", "A")], FastaReader.Read(Bytes(text)));

    [Theory]
    [InlineData("ACG\n", "line 1 holds letters before the first name")]
    [InlineData(">a\nAC\nAXG\n", "line 3 holds 'X'")]
    [InlineData("\n", "it has no record")]
    public void Fasta_refuses_the_rest(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<DataFormatException>(() => FastaReader.Read(Bytes(text))).Message);

    [Theory]
    [InlineData(">MA1 TBP::X\n1 0\n0\t1\n3 0\n0 3\n")]
    [InlineData(">MA1\tTBP::X\nA [ 1 0 ]\nC [ 0 1 ]\nG [ 3 0 ]\nT [ 0 3 ]\n")]
    public void Jaspar_counts_become_a_motif(string text)
    {
        Motif motif = Assert.Single(JasparReader.Read(Bytes(text), pseudocount: 0));
        Assert.Equal("TBP::X", motif.Name);
        Assert.Equal([0.25, 0, 0.75, 0], Enumerable.Range(0, 4).Select(k => motif[0, k]));
        Assert.Equal("GT", motif.Consensus);
        // 0.01 of the mean count of 4 is added to every letter.
        Close.Value(0.04 / 4.16, JasparReader.Read(Bytes(text))[0][0, 1], 1e-12);
    }

    [Theory]
    [InlineData(">MA1 X\n1 0\n0 1\n3\n0 3\n", "lines of 2, 2, 1, 2 counts")]
    [InlineData(">MA1 X\n1 0\n0 y\n3 1\n0 3\n", "'y' stands where a count")]
    [InlineData(">MA1 X\n1 0\n0 1\n", "four lines of counts were expected")]
    [InlineData(">MA1 X\n0 1\n0 1\n0 1\n0 3\n", "a position without any count")]
    public void Jaspar_refuses_the_rest(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<DataFormatException>(() => JasparReader.Read(Bytes(text))).Message);

    [Fact]
    public void GenBank_gives_letters_and_exons()
    {
        GenBankRecord record = Assert.Single(GenBankReader.Read(Bytes(Gene)));
        Assert.Equal("chr1_1-30", record.Name);
        Assert.Equal("AACCGGTTAACCGGTTAACCGGTTAACCGG", record.Sequence);
        Assert.Equal([(3, 6), (10, 14), (20, 25)], record.Exons);
        Assert.True(record.Complement);
    }

    [Fact]
    public void A_gene_of_the_other_strand_is_turned_with_its_exons()
    {
        GenBankRecord record = Assert.Single(GenBankReader.Read(Bytes(Gene))), own = record.OwnStrand();
        Assert.Equal([(6, 11), (17, 21), (25, 28)], own.Exons);
        Assert.False(own.Complement);
        string Letters(GenBankRecord gene, (int First, int Last) exon) => gene.Sequence[(exon.First - 1)..exon.Last];
        Assert.Equal(record.Exons.Reverse().Select(exon => Nucleotides.ReverseComplement(Letters(record, exon))), own.Exons.Select(exon => Letters(own, exon)));
        Assert.Same(own, own.OwnStrand());
    }

    [Theory]
    [InlineData("//", "end", "does not end with '//'")]
    [InlineData("LOCUS", "locus", "no LOCUS")]
    [InlineData("20..25", "20..55", "has 30 letters")]
    [InlineData("20..25", "order(1..2)", "stands where a range")]
    [InlineData("ccgg\n//", "ccg*x\n//", "holds 'X'")]
    public void GenBank_refuses_the_rest(string from, string to, string expected) =>
        Assert.Contains(expected, Assert.Throws<DataFormatException>(() => GenBankReader.Read(Bytes(Gene.Replace(from, to, StringComparison.Ordinal)))).Message);
}
