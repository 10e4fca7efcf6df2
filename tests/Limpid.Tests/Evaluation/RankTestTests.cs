using Limpid.Evaluation;
using Xunit;

namespace Limpid.Tests.Evaluation;

public sealed class RankTestTests
{
    [Fact]
    public void Four_values_are_as_by_hand() => Close.Value(0.060667, RankTest.Below([1, 2, 3, 4], [true, true, false, false]), 1e-6);

    /// <summary>scipy.stats.mannwhitneyu(x, y, alternative='less', method='asymptotic', use_continuity=False).pvalue.</summary>
    [Fact]
    public void Ties_are_corrected_as_SciPy_does() => Close.Value(
        0.04945433042798193, RankTest.Below([1, 2, 2, 3, 5, 2, 3, 3, 4, 6, 7, 5], [true, true, true, true, true, false, false, false, false, false, false, false]), 1e-12);

    [Fact]
    public void Turned_around_the_other_tail_is_left()
    {
        double[] values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
        bool[] member = [true, false, true, false, false, true, true, false, false, true];
        Close.Value(1, RankTest.Below(values, member) + RankTest.Below([.. values.Select(value => -value)], member), 1e-14);
    }

    [Fact]
    public void Equal_values_say_nothing_and_an_empty_group_is_refused()
    {
        Assert.Equal(0.5, RankTest.Below([7, 7, 7], [true, false, false]));
        Assert.Contains("0 members and 2 others", Assert.Throws<ArgumentException>(() => RankTest.Below([1, 2], [false, false])).Message);
        Assert.Throws<ArgumentException>(() => RankTest.Below([1, 2], [true]));
    }
}
