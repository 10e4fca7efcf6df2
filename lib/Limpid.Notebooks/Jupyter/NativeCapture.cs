using System.Runtime.InteropServices;
using Limpid.Notebooks.Outputs;
using Limpid.Notebooks.Running;
using Limpid.Notebooks.Workers;
using Microsoft.Win32.SafeHandles;

namespace Limpid.Notebooks.Jupyter;

/// <summary>
/// What is printed past the console's writers, by native code and child processes: stdout and stderr of this process become pipes, and their
/// text goes to the cell. On Windows it stays where it is.
/// </summary>
internal sealed partial class NativeCapture
{
    private const int CloseOnExec = 0x80000;
    private static readonly TimeSpan MarkLimit = TimeSpan.FromSeconds(1);

    private readonly string _token = Guid.NewGuid().ToString("N");
    private readonly SemaphoreSlim _marks = new(0);
    private volatile StreamBatcher? _target;
    private volatile int _count;
    private TextWriter? _log;

    /// <summary>Takes the text; null drops it.</summary>
    public StreamBatcher? Target
    {
        get => _target;
        set => _target = value;
    }

    /// <summary>Whether the streams are ours.</summary>
    public bool IsActive { get; private init; }

    /// <summary>The stderr this process was started with.</summary>
    public TextWriter Log => _log ?? Console.Error;

    /// <summary>To be called before anything uses the console: .NET keeps a copy of the stream it finds first.</summary>
    public static NativeCapture Start()
    {
        if (OperatingSystem.IsWindows()) return new NativeCapture();
        var capture = new NativeCapture { IsActive = true };
        capture._log = new StreamWriter(new FileStream(new SafeFileHandle(Duplicate(2), ownsHandle: true), FileAccess.Write)) { AutoFlush = true };
        capture.Redirect(1, "stdout");
        capture.Redirect(2, "stderr");
        return capture;
    }

    /// <summary>Waits until everything printed so far has reached the target.</summary>
    public void Drain()
    {
        if (!IsActive) return;
        _count++;
        while (_marks.Wait(TimeSpan.Zero)) { } // Those that came too late.
        NativeStreams.WriteMarks(_token, _count);
        // The marks of a cell may be late or lost: native code can close its streams.
        for (var i = 0; i < 2; i++) _marks.Wait(MarkLimit);
    }

    private void Redirect(int descriptor, string stream)
    {
        var ends = new int[2];
        if ((OperatingSystem.IsLinux() ? Pipe(ends, CloseOnExec) : Pipe(ends)) != 0 || Duplicate(ends[1], descriptor) < 0)
            throw new IOException($"{stream} can't be turned into a pipe (error {Marshal.GetLastPInvokeError()})");
        _ = Close(ends[1]);
        var reader = new FileStream(new SafeFileHandle(ends[0], ownsHandle: true), FileAccess.Read, bufferSize: 1);
        new Thread(() => Read(reader, new MarkReader(stream, _token))) { IsBackground = true, Name = $"native {stream}" }.Start();
    }

    private void Read(FileStream reader, MarkReader marks)
    {
        var buffer = new byte[64 * 1024];
        while (reader.Read(buffer) is > 0 and var count)
            foreach (var item in marks.Read(buffer.AsSpan(0, count)))
            {
                if (item is WorkerEvent.NativeText text) Target?.Append(text.Stream, text.Text);
                else if (item is WorkerEvent.Mark mark && mark.Count == _count) _marks.Release();
            }
    }

    [LibraryImport("libc", EntryPoint = "pipe", SetLastError = true)]
    private static partial int Pipe([Out] int[] ends);

    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    private static partial int Pipe([Out] int[] ends, int flags);

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    private static partial int Duplicate(int from);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Duplicate(int from, int to);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
