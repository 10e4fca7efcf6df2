namespace Limpid.Relevance;

/// <summary>What was cut of one sign of one sample's relevance at one layer.</summary>
/// <param name="Threshold">theta: entries of this sign with absolute value up to it were cut.</param>
/// <param name="Lambda">Factor of the kept entries, all mass / kept mass; 1 where nothing was cut.</param>
/// <param name="Entries">How many entries were cut.</param>
/// <param name="CutMass">Their summed absolute value, at most p times <paramref name="Mass"/>.</param>
/// <param name="Mass">Summed absolute value of all entries of this sign.</param>
public readonly record struct SignedCut(double Threshold, double Lambda, long Entries, double CutMass, double Mass);
