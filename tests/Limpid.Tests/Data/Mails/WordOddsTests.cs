using Limpid.Data.Mails;
using Xunit;

namespace Limpid.Tests.Data.Mails;

public class WordOddsTests
{
    private static readonly MailCorpus Corpus = new("c", [new("1", "pills", "deal pills", true), new("2", "deal", "", true), new("3", "meter", "deal", false), new("4", "meter", "rare", false), new("5", "", "", false)], 0);

    [Fact]
    public void OddsAreThoseOfTheCounts()
    {
        var odds = WordOdds.Of(Corpus, 0.5);
        Assert.Equal([new("pills", 1, 0, Math.Log(1 / (0.5 / 3.5))), new("deal", 2, 1, Math.Log(2.5 / 0.5 / (1.5 / 2.5))), new("meter", 0, 2, Math.Log(0.5 / 2.5 / (2.5 / 1.5)))], odds.OrderBy(word => Array.IndexOf(["pills", "deal", "meter"], word.Word)));
        Assert.Equal(["deal", "pills", "meter"], odds.Select(word => word.Word));
        Assert.Contains(WordOdds.Of(Corpus, 0.3), word => word.Word == "rare");
        Assert.Throws<ArgumentOutOfRangeException>(() => WordOdds.Of(Corpus, 1.5));
    }
}
