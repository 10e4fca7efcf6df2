namespace Limpid.Data.Dna;

/// <summary>One sequence of a FASTA file.</summary>
/// <param name="Name">What follows <c>></c> up to the first blank.</param>
/// <param name="Sequence">The letters, as they stand, without line ends.</param>
public sealed record FastaRecord(string Name, string Sequence);
