using Limpid.Reproduction;
using Xunit;

namespace Limpid.Tests.Reproduction;

public sealed class SignTestTests
{
    private static double[] Pairs(int wins, int losses, int ties = 0) =>
        [.. Enumerable.Repeat(1.5, wins), .. Enumerable.Repeat(-0.5, losses), .. Enumerable.Repeat(0.0, ties)];

    [Theory]
    [InlineData(5, 0, 1.0 / 32)]
    [InlineData(4, 1, 6.0 / 32)]
    [InlineData(0, 5, 1.0)]
    [InlineData(8, 2, 56.0 / 1024)]
    [InlineData(9, 1, 11.0 / 1024)]
    [InlineData(10, 0, 1.0 / 1024)]
    [InlineData(1, 1, 3.0 / 4)]
    [InlineData(0, 0, 1.0)]
    public void Agrees_with_the_binomial_counted_by_hand(int wins, int losses, double p) => Assert.Equal(p, SignTest.PValue(Pairs(wins, losses)));

    [Fact]
    public void Ties_say_nothing() => Assert.Equal(1.0 / 32, SignTest.PValue(Pairs(5, 0, ties: 7)));

    [Fact]
    public void Tails_of_wins_and_losses_add_up_to_one_plus_the_shared_term()
    {
        for (int n = 1; n <= 60; n++)
            for (int k = 0; k < n; k++)
                Assert.Equal(1, SignTest.PValue(Pairs(k + 1, n - k - 1)) + SignTest.PValue(Pairs(n - k, k)), 1e-12);
    }

    [Fact]
    public void A_thousand_pairs_neither_overflow_nor_vanish()
    {
        Assert.Equal(Math.ScaleB(1, -1000), SignTest.PValue(Pairs(1000, 0)));
        Assert.InRange(SignTest.PValue(Pairs(500, 500)), 0.5, 0.52);
    }

    [Fact]
    public void Refuses_what_is_not_finite_or_too_much()
    {
        Assert.Contains("Difference 1 is NaN", Assert.Throws<ArgumentException>(() => SignTest.PValue([1, double.NaN])).Message);
        Assert.Throws<ArgumentException>(() => SignTest.PValue(new double[1001]));
    }
}
