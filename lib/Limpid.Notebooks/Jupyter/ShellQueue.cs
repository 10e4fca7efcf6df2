using System.Collections.Concurrent;

namespace Limpid.Notebooks.Jupyter;

/// <summary>Requests that are answered one after another, on one thread. When a cell fails, the cells sent with it are not run.</summary>
internal sealed class ShellQueue
{
    /// <summary>
    /// How long the answer "this failed" is held back. Cells that arrive before it were sent by someone who could not know of the failure;
    /// a front end sends them one by one.
    /// </summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(30);

    private readonly BlockingCollection<(long Number, KernelRequest Request)> _waiting = [];
    private readonly Action<KernelRequest, bool> _handle;
    private long _arrived;
    private long _abortedUpTo;

    /// <param name="handle">Answers a request; told whether it is a cell that must not run.</param>
    public ShellQueue(Action<KernelRequest, bool> handle)
    {
        _handle = handle;
        new Thread(Loop) { IsBackground = true, Name = "shell" }.Start();
    }

    public void Add(KernelRequest request)
    {
        lock (_waiting) _waiting.Add((++_arrived, request));
    }

    /// <summary>To be called before a failure is answered: the cells that wait now are not run.</summary>
    public void Abort()
    {
        Thread.Sleep(Settling);
        lock (_waiting) _abortedUpTo = _arrived;
    }

    private void Loop()
    {
        foreach (var (number, request) in _waiting.GetConsumingEnumerable())
            _handle(request, request.Type == "execute_request" && number <= _abortedUpTo);
    }
}
