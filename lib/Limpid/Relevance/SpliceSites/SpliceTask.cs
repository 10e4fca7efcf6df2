using Limpid.Data.Dna;

namespace Limpid.Relevance.SpliceSites;

/// <summary>Windows to be classified, and the splice sites in them whose signal is known.</summary>
/// <param name="Name">For files and charts.</param>
/// <param name="Windows">All windows.</param>
/// <param name="Sites">The sites.</param>
public sealed record SpliceTask(string Name, LabelledSequences Windows, IReadOnlyList<KnownSite> Sites)
{
    /// <summary>The UCI junctions of primates: donor, acceptor or neither, 60 letters, border in the middle.</summary>
    /// <param name="windows">See <see cref="DnaSets.SpliceJunctions"/>.</param>
    public static SpliceTask Junctions(LabelledSequences windows) => new("junctions", windows, [new("donor", 0, 30, true), new("acceptor", 1, 30, false)]);

    /// <summary>Donors of the fly against decoys with the same two letters.</summary>
    /// <param name="genes">See <see cref="DnaSets.DrosophilaGenes"/>.</param>
    /// <param name="decoys">Decoys for each site.</param>
    /// <param name="random">Which decoys.</param>
    public static SpliceTask Donors(IReadOnlyList<GenBankRecord> genes, double decoys, Random random) =>
        new("fly-donors", SpliceWindows.Donors(genes, decoys, random), [new("donor", 1, SpliceWindows.Flank, true)]);

    /// <summary>Acceptors of the fly against decoys with the same two letters.</summary>
    /// <inheritdoc cref="Donors"/>
    public static SpliceTask Acceptors(IReadOnlyList<GenBankRecord> genes, double decoys, Random random) =>
        new("fly-acceptors", SpliceWindows.Acceptors(genes, decoys, random), [new("acceptor", 1, SpliceWindows.Flank, false)]);

    /// <summary>The same donors of the fly against windows anywhere in the genes, whatever their letters.</summary>
    /// <inheritdoc cref="Donors"/>
    public static SpliceTask DonorsAnywhere(IReadOnlyList<GenBankRecord> genes, double decoys, Random random) =>
        new("fly-donors-anywhere", SpliceWindows.DonorsAnywhere(genes, decoys, random), [new("donor", 1, SpliceWindows.Flank, true)]);
}
