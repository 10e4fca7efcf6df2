namespace Limpid.Relevance.SpliceSites;

/// <summary>Where in a window biology finds the signal of a splice site.</summary>
/// <param name="Name">For charts.</param>
/// <param name="Label">The class of the windows with such a site.</param>
/// <param name="Border">Letters before the border between exon and intron.</param>
/// <param name="Donor">Whether the intron begins there, and does not end.</param>
public sealed record KnownSite(string Name, int Label, int Border, bool Donor)
{
    /// <summary>
    /// The first position of the signal, from 0: of a donor the last 3 letters of the exon, of an acceptor the last 20 of the intron. So long are the signals of which G. Yeo and C. Burge (Journal of
    /// Computational Biology 11, 2004) made their models of 9 and 23 letters.
    /// </summary>
    public int First => Border - (Donor ? 3 : 20);

    /// <summary>The last position of the signal: of a donor the 6th letter of the intron, of an acceptor the 3rd of the exon.</summary>
    public int Last => Border + (Donor ? 5 : 2);

    /// <summary>The first of the two letters that nearly every intron has at this end: GT at its beginning, AG at its end.</summary>
    public int TwoLetters => Donor ? Border : Border - 2;
}
