namespace Limpid.Data.Dna;

/// <summary>A piece of DNA with the coding parts of one gene, as GenBank writes it.</summary>
/// <param name="Name">The locus.</param>
/// <param name="Sequence">Its letters, in capitals.</param>
/// <param name="Exons">Coding parts on the sequence as it stands, from the first base to the last, both counted from 1, ascending.</param>
/// <param name="Complement">Whether the gene is on the other strand.</param>
public sealed record GenBankRecord(string Name, string Sequence, IReadOnlyList<(int First, int Last)> Exons, bool Complement)
{
    /// <summary>The same gene read in its own direction: the other strand where it lies there.</summary>
    public GenBankRecord OwnStrand() => !Complement ? this : this with
    {
        Sequence = Nucleotides.ReverseComplement(Sequence),
        Exons = [.. Exons.Reverse().Select(exon => (Sequence.Length + 1 - exon.Last, Sequence.Length + 1 - exon.First))],
        Complement = false,
    };
}
