namespace Limpid.Margin.MislabelledMail;

/// <summary>What one draw of flips gave.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Readings">One for each order.</param>
public sealed record RepairResult(long Seed, RankingReading[] Readings)
{
    /// <summary>The reading of an order.</summary>
    /// <param name="ranking">The order.</param>
    /// <exception cref="ArgumentException">It wasn't asked.</exception>
    public RankingReading this[MailRanking ranking] => Readings.FirstOrDefault(reading => reading.Name == ranking?.Name)
        ?? throw new ArgumentException($"There is no order '{ranking?.Name}'; expected one of {string.Join(", ", Readings.Select(reading => reading.Name))}.", nameof(ranking));
}
