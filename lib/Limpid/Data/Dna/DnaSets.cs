using System.Text;

namespace Limpid.Data.Dna;

/// <summary>The DNA of the manifest; fetched on first use where it is not shipped, checked on every use.</summary>
public static class DnaSets
{
    private static readonly string[] Junctions = ["donor", "acceptor", "neither"];

    private static readonly string[] JunctionCodes = ["ei", "ie", "n"];

    /// <summary>
    /// The UCI splice junctions of primates: 60 bases, the junction between the 30th and the 31st; classes <c>donor</c> (exon to intron), <c>acceptor</c> (intron to exon) and
    /// <c>neither</c>. Each sequence once: the file has 3 186, of which 3 001 differ, and the one with two classes is left out.
    /// </summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had or read.</exception>
    public static LabelledSequences SpliceJunctions(DataStore? store = null)
    {
        var lines = Encoding.ASCII.GetString((store ?? DataStore.Default).Read("splice-junctions", "splice-junctions.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var classesOf = new Dictionary<string, HashSet<int>>();
        foreach (var (line, i) in lines.Select((line, i) => (line, i)))
        {
            var cells = line.TrimEnd('\r').Split(',');
            if (cells.Length != 2 || Array.IndexOf(JunctionCodes, cells[0]) is not (>= 0 and var label) || cells[1].Length != 60 || cells[1].Any(c => !Nucleotides.Letters.Contains(c, StringComparison.Ordinal)))
                throw new DataFormatException("splice junctions", $"line {i + 1} is no class of {string.Join(", ", JunctionCodes)} and 60 letters of ACGT");
            (classesOf.TryGetValue(cells[1], out var classes) ? classes : classesOf[cells[1]] = []).Add(label);
        }
        (string Sequence, int Label)[] single = [.. classesOf.Where(pair => pair.Value.Count == 1).Select(pair => (pair.Key, pair.Value.Single()))];
        return new LabelledSequences([.. single.Select(each => each.Sequence)], [.. single.Select(each => each.Label)], Junctions, [.. Enumerable.Range(0, single.Length)]);
    }

    /// <summary>Five binding motifs of vertebrates from JASPAR: TBP, CTCF, SP1, MAX, TAL1::GATA1.</summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <returns>The motifs by name.</returns>
    /// <exception cref="DataSetException">It can't be had or read.</exception>
    public static IReadOnlyDictionary<string, Motif> JasparMotifs(DataStore? store = null) =>
        JasparReader.Read((store ?? DataStore.Default).Read("jaspar", "jaspar.txt")).ToDictionary(motif => motif.Name);

    /// <summary>A million bases of human chromosome 22 (20 000 001 to 21 000 000), 100 000 of them unknown (N).</summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had, stored or read.</exception>
    public static string Human(DataStore? store = null) =>
        FastaReader.Read((store ?? DataStore.Default).Read("human-chr22", "22_20-21M.fa", new FetchNotice()))[0].Sequence;

    /// <summary>586 genes of Drosophila, chromosome 2R, with their coding exons; each as it lies on the chromosome.</summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had, stored or read.</exception>
    public static IReadOnlyList<GenBankRecord> DrosophilaGenes(DataStore? store = null) =>
        GenBankReader.Read((store ?? DataStore.Default).Read("drosophila-genes", "genes.gb", new FetchNotice()));
}
