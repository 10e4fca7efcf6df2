using Limpid.Data.Dna;
using Xunit;

namespace Limpid.Tests.Data.Dna;

public sealed class DinucleotideShuffleTests
{
    private static string Pairs(string sequence) => string.Join(" ", Enumerable.Range(0, sequence.Length - 1).Select(i => sequence.Substring(i, 2)).Order(StringComparer.Ordinal));

    [Fact]
    public void Pairs_of_letters_and_ends_stay()
    {
        var random = new Random(3);
        for (int i = 0; i < 200; i++)
        {
            string sequence = string.Concat(Enumerable.Range(0, 1 + i).Select(_ => Nucleotides.Letters[random.Next(i % 5 == 0 ? 2 : 4)]));
            string shuffled = DinucleotideShuffle.Of(sequence, random);
            Assert.Equal(Pairs(sequence), Pairs(shuffled));
            Assert.Equal(sequence[0], shuffled[0]);
            Assert.Equal(sequence[^1], shuffled[^1]);
        }
    }

    [Fact]
    public void A_long_sequence_is_indeed_shuffled()
    {
        var random = new Random(4);
        string sequence = string.Concat(Enumerable.Range(0, 200).Select(_ => Nucleotides.Letters[random.Next(4)]));
        string shuffled = DinucleotideShuffle.Of(sequence, random);
        Assert.InRange(sequence.Zip(shuffled).Count(pair => pair.First == pair.Second), 0, 100);
    }

    // AACAGAA has the steps AA twice, AC, CA, AG, GA: written out, twelve orders from A to A, and nothing else.
    [Fact]
    public void All_orders_come_equally_often()
    {
        const int Draws = 6000;
        var random = new Random(5);
        string[] all = [.. Permutations("AACAGAA").Where(each => Pairs(each) == Pairs("AACAGAA")).Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, int> counts = Enumerable.Range(0, Draws).Select(_ => DinucleotideShuffle.Of("AACAGAA", random)).GroupBy(each => each).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(all, counts.Keys.Order(StringComparer.Ordinal));
        double expected = (double)Draws / all.Length;
        // Chi squared with k - 1 degrees of freedom; mean plus six standard deviations.
        double chi = counts.Values.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.True(chi < all.Length - 1 + 6 * Math.Sqrt(2.0 * (all.Length - 1)), $"chi squared {chi}, {all.Length} orders");
    }

    private static IEnumerable<string> Permutations(string letters) =>
        letters.Length <= 1 ? [letters] : letters.SelectMany((letter, i) => Permutations(letters.Remove(i, 1)).Select(rest => letter + rest));
}
