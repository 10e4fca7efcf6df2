namespace Limpid.Relevance.PlantedMotifs;

/// <summary>Which motifs a planted sequence holds; all four are equally frequent.</summary>
public enum Stratum
{
    /// <summary>Both motifs.</summary>
    Both,

    /// <summary>Only the first.</summary>
    First,

    /// <summary>Only the second.</summary>
    Second,

    /// <summary>None.</summary>
    None,
}
