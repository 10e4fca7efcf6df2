using System.Collections.Concurrent;

namespace Limpid.Notebooks.Scripting;

/// <summary>
/// The one thread on which cells start. Native libraries keep state per thread (libtorch its gradient mode, OpenMP its pool of workers),
/// so a cell must find the thread of the cell before it. No synchronisation context: <c>.Result</c> in a cell must not deadlock.
/// </summary>
internal sealed class CellThread : IDisposable
{
    private const int StackBytes = 16 * 1024 * 1024;
    private readonly BlockingCollection<Action> _work = [];

    public CellThread() => new Thread(Loop, StackBytes) { IsBackground = true, Name = "cells" }.Start();

    public Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try { done.SetResult(work()); }
            catch (Exception e) { done.SetException(e); }
        });
        return done.Task;
    }

    public void Dispose() => _work.CompleteAdding();

    private void Loop()
    {
        foreach (var work in _work.GetConsumingEnumerable()) work();
    }
}
