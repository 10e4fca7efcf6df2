using Limpid.Data.Dna;

namespace Limpid.Relevance.SpliceSites;

/// <summary>Windows around real splice sites of annotated genes, and around decoys: places in the same genes with the same two letters that are no site.</summary>
/// <remarks>
/// A donor is where an exon ends and an intron begins, which starts with GT; an acceptor is where an intron, which ends with AG, gives way to an exon. Only sites with these letters
/// are taken, so that the two letters themselves tell nothing: a network has to read what stands around them.
/// </remarks>
public static class SpliceWindows
{
    /// <summary>Letters on either side of the border.</summary>
    public const int Flank = 40;

    private static readonly string[] Classes = ["decoy", "site"];

    /// <summary>Donors: the border lies after letter <see cref="Flank"/>; G and T follow it.</summary>
    /// <param name="genes">Annotated genes.</param>
    /// <param name="decoys">Decoys for each site.</param>
    /// <param name="random">Which decoys.</param>
    /// <returns>Classes decoy (0) and site (1); a window's group is its gene.</returns>
    /// <exception cref="ArgumentException">No gene has a site.</exception>
    public static LabelledSequences Donors(IReadOnlyList<GenBankRecord> genes, double decoys, Random random) =>
        Collect(genes, decoys, random, "GT", 0, gene => gene.Exons.SkipLast(1).Select(exon => exon.Last));

    /// <summary>The same donors, and instead of decoys windows anywhere in the genes that hold no donor in the middle, whatever stands there.</summary>
    /// <inheritdoc cref="Donors"/>
    public static LabelledSequences DonorsAnywhere(IReadOnlyList<GenBankRecord> genes, double decoys, Random random) =>
        Collect(genes, decoys, random, "GT", 0, gene => gene.Exons.SkipLast(1).Select(exon => exon.Last), anywhere: true);

    /// <summary>Acceptors: the border lies after letter <see cref="Flank"/>; A and G stand before it.</summary>
    /// <inheritdoc cref="Donors"/>
    public static LabelledSequences Acceptors(IReadOnlyList<GenBankRecord> genes, double decoys, Random random) =>
        Collect(genes, decoys, random, "AG", -2, gene => gene.Exons.Skip(1).Select(exon => exon.First - 1));

    // A border is the number of letters before it.
    private static LabelledSequences Collect(
        IReadOnlyList<GenBankRecord> genes, double decoys, Random random, string letters, int offset, Func<GenBankRecord, IEnumerable<int>> borders,
        bool anywhere = false)
    {
        ArgumentNullException.ThrowIfNull(genes);
        ArgumentNullException.ThrowIfNull(random);
        if (!(decoys > 0 && double.IsFinite(decoys)))
            throw new ArgumentOutOfRangeException(nameof(decoys), decoys, "Expected a positive number of decoys for each site.");
        var (sites, others, seen) = (new List<(string, int)>(), new List<(string, int)>(), new HashSet<string>());
        foreach (var (gene, group) in genes.Select((gene, group) => (gene.OwnStrand(), group)))
            foreach (var border in borders(gene))
                if (Window(gene.Sequence, border, letters, offset) is { } window && seen.Add(window))
                    sites.Add((window, group));
        foreach (var (gene, group) in genes.Select((gene, group) => (gene.OwnStrand(), group)))
        {
            var real = borders(gene).ToHashSet();
            for (var border = Flank; border <= gene.Sequence.Length - Flank; border++)
                if (!real.Contains(border) && Window(gene.Sequence, border, anywhere ? "" : letters, offset) is { } window && seen.Add(window))
                    others.Add((window, group));
        }
        if (sites.Count == 0)
            throw new ArgumentException($"genes has {genes.Count} genes without a splice site of {letters}.", nameof(genes));
        var chosen = others.ToArray();
        random.Shuffle(chosen);
        (string Window, int Group)[] all = [.. sites, .. chosen.Take((int)Math.Round(decoys * sites.Count))];
        return new LabelledSequences([.. all.Select(each => each.Window)], [.. all.Select((_, i) => i < sites.Count ? 1 : 0)], Classes, [.. all.Select(each => each.Group)]);
    }

    private static string? Window(string sequence, int border, string letters, int offset)
    {
        if (border < Flank || border > sequence.Length - Flank || string.CompareOrdinal(sequence, border + offset, letters, 0, letters.Length) != 0)
            return null;
        var window = sequence.Substring(border - Flank, 2 * Flank);
        return window.Contains('N', StringComparison.Ordinal) ? null : window;
    }
}
