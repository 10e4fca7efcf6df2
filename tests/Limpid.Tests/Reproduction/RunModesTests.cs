using Limpid.Reproduction;
using Xunit;

namespace Limpid.Tests.Reproduction;

public sealed class RunModesTests
{
    [Theory]
    [InlineData("quick", RunMode.Quick, 1)]
    [InlineData("full", RunMode.Full, 2)]
    [InlineData("paper", RunMode.Paper, 3)]
    public void Reads_writes_and_picks(string text, RunMode mode, int picked)
    {
        Assert.Equal(mode, RunModes.Parse(text));
        Assert.Equal(text, mode.Text());
        Assert.Equal(picked, mode.Pick(1, 2, 3));
    }

    [Theory]
    [InlineData("Quick")]
    [InlineData("fast")]
    [InlineData("")]
    public void Refuses_another_text(string text)
    {
        var error = Assert.Throws<ArgumentException>(() => RunModes.Parse(text));
        Assert.Contains($"mode is '{text}'; expected \"quick\", \"full\" or \"paper\"", error.Message);
        Assert.Equal("mode", error.ParamName);
    }
}
