using System.Text.Json.Serialization;

namespace Limpid.Relevance.SpliceSites;

/// <summary>The mean relevance of each position over the windows with one site, and what the position tells by itself.</summary>
/// <param name="Site">The site.</param>
/// <param name="Information">Relative entropy of the letters at the position in windows with the site against those in all other windows, in bits, from training windows.</param>
/// <param name="Plain">Mean positive relevance of plain LRP, over its sum.</param>
/// <param name="Lambda">The same of PLRP-lambda.</param>
/// <param name="Untrained">The same of plain LRP of the network before training.</param>
/// <param name="Shuffled">The same of plain LRP of a network trained on shuffled labels.</param>
/// <param name="Weighted">Mean positive relevance of plain LRP of each letter at each position, [4 positions + letter], over the same sum.</param>
public sealed record SpliceProfile(KnownSite Site, double[] Information, double[] Plain, double[] Lambda, double[] Untrained, double[] Shuffled, double[] Weighted)
{
    /// <summary>Pearson's correlation of a profile with the information.</summary>
    /// <param name="profile">A value for each position.</param>
    public double Correlation(IReadOnlyList<double> profile) => MathNet.Numerics.Statistics.Correlation.Pearson(Information, profile) is var r && double.IsFinite(r) ? r : 0;

    /// <summary>The information over its sum, so that it can be drawn beside the other profiles.</summary>
    [JsonIgnore]
    public double[] InformationShare => [.. Information.Select(bits => bits / Math.Max(1e-12, Information.Sum()))];

    /// <summary>The mean of <see cref="Weighted"/> over profiles of one site, as [positions, 4].</summary>
    /// <param name="profiles">At least one.</param>
    public static double[,] MeanWeighted(IReadOnlyList<SpliceProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        var mean = new double[profiles[0].Plain.Length, 4];
        foreach (var profile in profiles)
            for (var i = 0; i < profile.Weighted.Length; i++)
                mean[i / 4, i % 4] += profile.Weighted[i] / profiles.Count;
        return mean;
    }

    /// <summary>The share of a profile on the two letters that nearly every intron has.</summary>
    /// <param name="profile">A value for each position, with the sum 1.</param>
    public double TwoLetters(IReadOnlyList<double> profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile[Site.TwoLetters] + profile[Site.TwoLetters + 1];
    }
}
