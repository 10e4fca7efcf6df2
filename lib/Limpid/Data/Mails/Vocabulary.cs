using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Limpid.Data.Mails;

/// <summary>The words that a classifier counts: those that occur in enough of the mails it learns from.</summary>
public sealed class Vocabulary
{
    private readonly FrozenDictionary<string, int> numbers;

    private Vocabulary(ImmutableArray<string> words) =>
        (Words, numbers) = (words, words.Select((word, i) => (word, i)).ToFrozenDictionary(pair => pair.word, pair => pair.i));

    /// <summary>The words, in the order of their characters.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>Takes the words that occur in at least so many mails.</summary>
    /// <param name="mails">The mails to learn from; those to test on must not be among them.</param>
    /// <param name="leastMails">At least 1; 5 in the experiments on mail.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="leastMails"/> is below 1.</exception>
    /// <exception cref="ArgumentException">No word occurs often enough.</exception>
    public static Vocabulary Fit(IEnumerable<Mail> mails, int leastMails = 5)
    {
        ArgumentNullException.ThrowIfNull(mails);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastMails, 1);
        var occurs = new Dictionary<string, int>();
        foreach (var mail in mails)
            foreach (var word in Limpid.Data.Mails.Words.Of(mail).Distinct()) occurs[word] = occurs.GetValueOrDefault(word) + 1;
        ImmutableArray<string> kept = [.. occurs.Where(pair => pair.Value >= leastMails).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
        return kept.Length > 0 ? new Vocabulary(kept) : throw new ArgumentException($"No word occurs in {leastMails} mails; expected at least one.", nameof(mails));
    }

    /// <summary>How often each word occurs in each mail; other words are passed over.</summary>
    /// <param name="mails">Any mails.</param>
    public BagsOfWords Count(IEnumerable<Mail> mails)
    {
        ArgumentNullException.ThrowIfNull(mails);
        return new BagsOfWords(this, [.. mails.Select(Bag)]);
    }

    private ImmutableArray<WordCount> Bag(Mail mail)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var word in Limpid.Data.Mails.Words.Of(mail))
            if (numbers.TryGetValue(word, out var number)) counts[number] = counts.GetValueOrDefault(number) + 1;
        return [.. counts.Select(pair => new WordCount(pair.Key, pair.Value))];
    }
}
