using Limpid.Reproduction;
using Xunit;

namespace Limpid.Tests.Reproduction;

public class StepTimeTests
{
    [Fact]
    public void Rivals_take_their_steps_in_turn_and_the_first_round_does_not_count()
    {
        var order = "";
        var times = StepTime.InTurn([("a", () => order += "a"), ("b", () => order += "b")], rounds: 3);
        Assert.Equal("abababab", order);
        Assert.Equal(["a", "b"], times.Select(time => time.Name));
        Assert.All(times, time => Assert.True(time.Median >= 0 && time.Slow >= time.Median));
    }

    [Fact]
    public void The_median_is_that_of_the_rounds()
    {
        var step = 0;
        // Four steps, the first not counted: 0, 60 and 0 ms have the median 0 and the 95th percentile 60.
        var time = StepTime.InTurn([("uneven", () => Thread.Sleep(step++ is 0 or 2 ? 60 : 0))], rounds: 3)[0];
        Assert.True(time.Slow >= 0.055, $"{time}");
        Assert.True(time.Median < time.Slow, $"{time}");
        Assert.Equal("rounds", Assert.Throws<ArgumentOutOfRangeException>(() => StepTime.InTurn([], 0)).ParamName);
    }
}
