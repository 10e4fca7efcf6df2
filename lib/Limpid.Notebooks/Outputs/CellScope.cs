namespace Limpid.Notebooks.Outputs;

/// <summary>The cell that is running in this process: what the genuine names (display, KernelInvocationContext) reach.</summary>
internal sealed class CellScope(ICellSink sink, CancellationToken cancellation)
{
    private static volatile CellScope? _current;
    private static long _displays;

    public static CellScope? Current
    {
        get => _current;
        set => _current = value;
    }

    public ICellSink Sink { get; } = sink;

    public CancellationToken Cancellation { get; } = cancellation;

    public static string NextDisplayId() => $"limpid-{Environment.ProcessId}-{Interlocked.Increment(ref _displays)}";
}
