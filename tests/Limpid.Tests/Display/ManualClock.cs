namespace Limpid.Tests.Display;

/// <summary>A clock that a test moves.</summary>
internal sealed class ManualClock : TimeProvider
{
    private long _ticks = 1;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public void Move(double seconds) => _ticks += TimeSpan.FromSeconds(seconds).Ticks;
}
