using Limpid.Data.Mails;
using TorchSharp;
using Xunit;

namespace Limpid.Tests.Data.Mails;

public class VocabularyTests
{
    private static Mail Mail(string subject, string body) => new("m", subject, body, false);

    [Fact]
    public void WordsAreShortRunsOfLettersWithoutTheStopList() => Assert.Equal(
        ["offer", "cheap", "pills", "order", "meter"],
        Words.Of("The OFFER: isn't cheap-pills, order 2day caf\u00e9 " + new string('q', 21) + " a x2y on Monday in August; meter"));

    [Fact]
    public void CountsWordsOfEnoughMails()
    {
        Mail[] mails = [Mail("gas", "gas meter"), Mail("meter", "deal"), Mail("", "gas pill")];
        var vocabulary = Vocabulary.Fit(mails, 2);
        Assert.Equal(["gas", "meter"], vocabulary.Words);
        var bags = vocabulary.Count([.. mails, Mail("", "unknown")]);
        Assert.Equal([new(0, 2), new(1, 1)], bags.Bags[0]);
        Assert.Equal([new(1, 1)], bags.Bags[1]);
        Assert.Empty(bags.Bags[3]);
        using var matrix = bags.ToTensor();
        Assert.Equal([4, 2], matrix.shape);
        Assert.Equal([2f, 1, 0, 1, 1, 0, 0, 0], matrix.data<float>().ToArray());
    }

    [Fact]
    public void NothingToCountIsRefused()
    {
        Assert.Contains("No word occurs in 5 mails", Assert.Throws<ArgumentException>(() => Vocabulary.Fit([Mail("gas", "")])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Vocabulary.Fit([], 0));
    }
}
