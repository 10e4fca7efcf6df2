namespace Limpid.Notebooks.Scripting;

/// <summary>
/// Passes a request to stop on to the cell on a thread: its loops see it at their next round, its blocked waits (Sleep, Wait, Result, Join)
/// are interrupted. A call into native code ends when it ends.
/// </summary>
internal sealed class StopRequest : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly Thread _thread = Thread.CurrentThread;
    private readonly CancellationTokenRegistration _registration;
    private Timer? _timer;
    private bool _ended;

    /// <summary>To be made and disposed on the cell's thread.</summary>
    public StopRequest(CancellationToken token)
    {
        CellStop.Request(false);
        _registration = token.Register(Begin);
    }

    public void Dispose()
    {
        _registration.Dispose();
        lock (_gate)
        {
            _ended = true;
            _timer?.Dispose();
        }
        if (_timer is null) return;
        // An interruption that found nothing to interrupt would hit the next cell.
        try { Thread.Sleep(1); }
        catch (ThreadInterruptedException) { }
    }

    private void Begin()
    {
        CellStop.Request(true);
        lock (_gate)
            if (!_ended) _timer = new Timer(_ => Interrupt(), null, Patience, Patience);
    }

    private void Interrupt()
    {
        lock (_gate)
            if (!_ended) _thread.Interrupt();
    }
}
