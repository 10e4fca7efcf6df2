using System.Collections.Immutable;

namespace Limpid.Data.Mails;

/// <summary>How much a word tells the class of a mail.</summary>
/// <param name="Word">The word.</param>
/// <param name="Spam">The number of spam mails that have it.</param>
/// <param name="Wanted">The number of wanted mails that have it.</param>
/// <param name="LogOdds">The logarithm of its odds in spam over its odds in wanted mails, half a mail added to each count: above 0 where it speaks for spam.</param>
public sealed record WordOdds(string Word, int Spam, int Wanted, double LogOdds)
{
    /// <summary>The words of a corpus, from those that speak for spam to those that speak against it; equal ones in the order of their characters.</summary>
    /// <param name="corpus">The mails.</param>
    /// <param name="leastShare">The share of the mails of either class that must have a word, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="leastShare"/> is outside 0 to 1.</exception>
    public static ImmutableArray<WordOdds> Of(MailCorpus corpus, double leastShare = 0.02)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        if (leastShare is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(leastShare), leastShare, FormattableString.Invariant($"The share is {leastShare}; expected 0 to 1."));
        var counts = new Dictionary<string, (int Spam, int Wanted)>();
        foreach (var mail in corpus.Mails)
            foreach (var word in Words.Of(mail).Distinct())
            {
                var (spam, wanted) = counts.GetValueOrDefault(word);
                counts[word] = mail.IsSpam ? (spam + 1, wanted) : (spam, wanted + 1);
            }
        var spams = corpus.Labels.Sum();
        var others = corpus.Mails.Length - spams;
        double Odds(int with, int all) => (with + 0.5) / (all - with + 0.5);
        return
        [
            .. counts.Where(pair => pair.Value.Spam >= leastShare * spams || pair.Value.Wanted >= leastShare * others)
                .Select(pair => new WordOdds(pair.Key, pair.Value.Spam, pair.Value.Wanted, Math.Log(Odds(pair.Value.Spam, spams) / Odds(pair.Value.Wanted, others))))
                .OrderByDescending(word => word.LogOdds).ThenBy(word => word.Word, StringComparer.Ordinal),
        ];
    }
}
