namespace Limpid.GraphSpectral.GeneProgrammes;

/// <summary>Marker genes that belong together.</summary>
/// <param name="Name">Of the group, for example a lineage.</param>
/// <param name="Genes">Their names.</param>
public sealed record GeneGroup(string Name, IReadOnlyList<string> Genes)
{
    /// <summary>
    /// Markers of the first three lineages of the mouse embryo: trophectoderm, epiblast, primitive endoderm. Source: Guo et al. 2010, "Resolution of cell fate decisions revealed
    /// by single-cell gene expression analysis from zygote to blastocyst".
    /// </summary>
    public static IReadOnlyList<GeneGroup> EmbryoLineages { get; } =
    [
        new("trophectoderm", ["Cdx2", "Gata3", "Id2"]),
        new("epiblast", ["Sox2", "Nanog", "Fgf4"]),
        new("primitive endoderm", ["Gata4", "Sox17", "Pdgfra"]),
    ];
}
