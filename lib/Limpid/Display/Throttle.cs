namespace Limpid.Display;

/// <summary>Lets something happen, but not more often than once in an interval.</summary>
internal sealed class Throttle(TimeProvider clock, TimeSpan interval)
{
    private long? _last;

    /// <summary>Whether it may happen now. Calls must not overlap.</summary>
    public bool Pass()
    {
        if (_last is { } last && clock.GetElapsedTime(last) < interval)
            return false;
        _last = clock.GetTimestamp();
        return true;
    }
}
