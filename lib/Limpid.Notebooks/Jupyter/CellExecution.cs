using Limpid.Notebooks.Outputs;

namespace Limpid.Notebooks.Jupyter;

/// <summary>The cell that is running for a front end: how it is stopped, and what is said when it does not stop.</summary>
internal sealed class CellExecution(KernelRequest request, string cell, StreamBatcher output) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private Timer? _late;
    private bool _ended;

    public KernelRequest Request => request;

    public CancellationToken Stop => _stop.Token;

    /// <summary>Asks the cell to stop. Returns at once, even if code of the cell that listens for the request does not.</summary>
    public void Interrupt()
    {
        lock (_gate)
        {
            if (_ended || _late is not null) return;
            _late = new Timer(_ => SayItIsLate(), null, Patience, Timeout.InfiniteTimeSpan);
        }
        new Thread(Cancel) { IsBackground = true, Name = "interrupt" }.Start();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _ended = true;
            _late?.Dispose();
        }
    }

    private void Cancel()
    {
        try { _stop.Cancel(); }
        catch (AggregateException e)
        {
            output.Append("stderr", $"{cell}: a listener for the request to stop failed: {e.InnerException!.Message}\n");
        }
    }

    private void SayItIsLate()
    {
        lock (_gate)
            if (_ended) return;
        output.Append("stderr", $"{cell} has not stopped {Patience.TotalSeconds:0} s after it was asked to: it is inside a compiled library, and stops "
            + "when that returns. To end it at once, restart the kernel; its variables are lost then.\n");
    }
}
