using System.Collections.Immutable;

namespace Limpid.Data.Mails;

/// <summary>Mails with labels.</summary>
/// <param name="Name">The corpus.</param>
/// <param name="Mails">In the order of their names.</param>
/// <param name="Duplicates">How many mails <see cref="Distinct"/> has left out.</param>
public sealed record MailCorpus(string Name, ImmutableArray<Mail> Mails, int Duplicates)
{
    /// <summary>1 for spam, 0 for a wanted mail; one for each mail.</summary>
    public int[] Labels => [.. Mails.Select(mail => mail.IsSpam ? 1 : 0)];

    /// <summary>A random part that keeps the share of spam.</summary>
    /// <param name="count">How many mails; as many as there are if larger.</param>
    /// <param name="seed">The same seed, the same mails.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 2.</exception>
    public MailCorpus Sample(int count, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        if (count >= Mails.Length) return this;
        var chosen = Stratified.Choose([.. Mails.Select(mail => mail.IsSpam ? 1L : 0)], 2, count, seed);
        return this with { Mails = [.. chosen.Select(i => Mails[(int)i])] };
    }

    /// <summary>Each text once: of mails with the same subject and body the first by name stays.</summary>
    public MailCorpus Distinct()
    {
        ImmutableArray<Mail> distinct = [.. Mails.DistinctBy(mail => (mail.Subject, mail.Body))];
        return new MailCorpus(Name, distinct, Duplicates + Mails.Length - distinct.Length);
    }

    /// <inheritdoc/>
    public bool Equals(MailCorpus? other) => other is not null && Name == other.Name && Duplicates == other.Duplicates && Mails.SequenceEqual(other.Mails);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Mails.Length, Duplicates);

    /// <summary>For example "SpamAssassin: 5946 mails, 1888 of them spam".</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Mails.Length} mails, {Mails.Count(mail => mail.IsSpam)} of them spam");
}
