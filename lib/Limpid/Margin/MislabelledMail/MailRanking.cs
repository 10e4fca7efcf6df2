using System.Collections.Immutable;

namespace Limpid.Margin.MislabelledMail;

/// <summary>An order in which to check labels.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Order">All mails, the first to be checked first.</param>
/// <param name="Retrains">Whether the classifier is trained anew after each step of checks, which takes most of the time.</param>
public sealed record MailRanking(string Name, Func<FlippedMails, ImmutableArray<int>> Order, bool Retrains = true)
{
    /// <summary>MARGIN with the signal of agreement and one hop.</summary>
    public static MailRanking Margin { get; } = new("MARGIN", mails => mails.Margin().ByAgreement.Ranking);

    /// <summary>The same with two hops.</summary>
    public static MailRanking TwoHops { get; } = new("MARGIN, 2 hops", mails => mails.Margin(2).ByAgreement.Ranking, Retrains: false);

    /// <summary>MARGIN with the label itself as signal and two hops; with one hop it is <see cref="Votes"/>.</summary>
    public static MailRanking LabelTwoHops { get; } = new("MARGIN, label, 2 hops", mails => mails.Margin(2).ByLabel.Ranking, Retrains: false);

    /// <summary>The ablation: the share of neighbours that contradict a label, without a filter.</summary>
    public static MailRanking Votes { get; } = new("neighbours' votes", mails => mails.Margin().ByVotes(), Retrains: false);

    /// <summary>The influence of each mail on its own loss.</summary>
    public static MailRanking SelfInfluence { get; } = new("influence function", mails => FlippedMails.ByScore(mails.Fit.SelfInfluence()));

    /// <summary>The loss of each mail.</summary>
    public static MailRanking Loss { get; } = new("training loss", mails => FlippedMails.ByScore(mails.Fit.Losses()));

    /// <summary>Any order.</summary>
    public static MailRanking Random { get; } = new("random order", mails =>
    {
        int[] order = [.. Enumerable.Range(0, mails.Labels.Length)];
        mails.Seed.Random("order").Shuffle(order);
        return [.. order];
    });

    /// <summary>Who knows the wrong labels.</summary>
    public static MailRanking Oracle { get; } = new("oracle", mails => FlippedMails.ByScore([.. mails.Flipped.Select(wrong => wrong ? 1.0 : 0)]));

    /// <summary>The control of MARGIN: the graph's vertices given to the mails at random.</summary>
    public static MailRanking Permuted { get; } = new("MARGIN, permuted graph", mails => mails.OnPermutedGraph(), Retrains: false);

    /// <summary>All of these.</summary>
    public static ImmutableArray<MailRanking> All { get; } = [Margin, TwoHops, LabelTwoHops, Votes, SelfInfluence, Loss, Random, Oracle, Permuted];
}
