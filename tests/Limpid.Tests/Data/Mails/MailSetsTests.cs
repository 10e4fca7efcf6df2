using System.Formats.Tar;
using Limpid.Data;
using Limpid.Data.Mails;
using Xunit;

namespace Limpid.Tests.Data.Mails;

public class MailSetsTests
{
    private static MailCorpus Assassin(params (string, string?)[] entries) => MailSets.OfSpamAssassin(Archives.Zip(Archives.Tar(TarEntryFormat.Ustar, entries)));

    [Fact]
    public void FoldersTellTheClassAndTheSameTextCountsOnce()
    {
        var corpus = Assassin(
            ("package/readme.txt", "no mail"), ("package/data/spam-2/00002.ab12.txt", "Subject: win\n\nmoney"), ("package/data/easy-ham-1/00001.cd34.txt", "Subject: lunch\n\nat noon"),
            ("package/data/easy-ham-1/00001.cd34.json", "{}"), ("package/data/hard-ham-1/00007.ef56.txt", "Subject: lunch\nX-Other: 1\n\nat noon"), ("../../package/data/spam-1/00003.ab.txt", "Subject: x\n\ny"));
        Assert.Equal([new("easy-ham-1/00001", "lunch", "at noon", false), new("spam-2/00002", "win", "money", true)], corpus.Mails);
        Assert.Equal((1, "SpamAssassin: 2 mails, 1 of them spam"), (corpus.Duplicates, corpus.ToString()));
        Assert.Equal([0, 1], corpus.Labels);
    }

    [Fact]
    public void Enron1IsTakenAsPublished()
    {
        (string, string?)[] entries =
            [("enron1/", null), ("enron1/Summary.txt", "x"), ("enron1/ham/0007.1999-12-10.farmer.ham.txt", "Subject: gas\nmeter 7"), ("enron1/ham/0008.1999-12-10.farmer.ham.txt", "Subject: gas\nmeter 7"), ("enron1/spam/0006.2003-12-18.GP.spam.txt", "Subject: pills\nnow")];
        var corpus = MailSets.OfEnron1(Archives.Tar(TarEntryFormat.Ustar, entries));
        Assert.Equal([new("ham/0007", "gas", "meter 7", false), new("ham/0008", "gas", "meter 7", false), new("spam/0006", "pills", "now", true)], corpus.Mails);
        Assert.Equal(0, corpus.Duplicates);
    }

    [Fact]
    public void AnArchiveWithoutMailsIsRefused() =>
        Assert.Contains("holds no mail", Assert.Throws<DataFormatException>(() => Assassin(("package/readme.txt", "x"))).Message);

    [Fact]
    public void ASampleKeepsTheShares()
    {
        var corpus = new MailCorpus("c", [.. Enumerable.Range(0, 100).Select(i => new Limpid.Data.Mails.Mail($"m/{i:d3}", $"s{i}", "b", i < 30))], 0);
        var sample = corpus.Sample(20, 5);
        Assert.Equal((20, 6), (sample.Mails.Length, sample.Labels.Sum()));
        Assert.Equal(sample, corpus.Sample(20, 5));
        Assert.NotEqual(sample, corpus.Sample(20, 6));
        Assert.Same(corpus, corpus.Sample(100, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => corpus.Sample(1, 0));
    }
}
