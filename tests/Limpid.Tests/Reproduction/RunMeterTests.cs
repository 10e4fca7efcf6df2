using Limpid.Reproduction;
using Xunit;

namespace Limpid.Tests.Reproduction;

public sealed class RunMeterTests
{
    [Fact]
    public void Measures_time_and_memory_by_section()
    {
        var meter = new RunMeter();
        meter.Mark("training");
        Assert.True(meter.PeakMemoryBytes > 10_000_000);
        Assert.True(meter.Elapsed > TimeSpan.Zero);
        string[] lines = meter.ToString().Split('\n');
        Assert.Equal(["training", "whole notebook", "peak memory"], lines.Select(line => line[..32].TrimEnd()));
        Assert.EndsWith("B", lines[2]);
        meter.Keep(3);
        Assert.Contains("3 replicates", meter.ToString().Split('\n')[2]);
    }
}
