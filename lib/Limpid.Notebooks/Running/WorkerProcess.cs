using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Threading.Channels;
using Limpid.Notebooks.Workers;

namespace Limpid.Notebooks.Running;

/// <summary>The runner's side of a worker: its process, the pipe to it, and what it prints.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Sampling = TimeSpan.FromMilliseconds(500);

    // Bounded: a worker that prints faster than the runner reads has to wait.
    private readonly Channel<WorkerEvent> _events = Channel.CreateBounded<WorkerEvent>(1024);
    private readonly NamedPipeServerStream _pipe;
    private readonly Process _process;
    private readonly Task _reading;
    private readonly Timer _sampling;
    private long _peakMemory;

    private WorkerProcess(string folder, int? threads)
    {
        var (name, token) = ($"limpid-{Guid.NewGuid():N}", Guid.NewGuid().ToString("N"));
        _pipe = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try { _process = Process.Start(StartInfo(name, token, folder, threads))!; }
        catch
        {
            _pipe.Dispose();
            throw;
        }
        _process.StandardInput.Close();
        var output = ReadNativeAsync(_process.StandardOutput.BaseStream, new MarkReader("stdout", token));
        var error = ReadNativeAsync(_process.StandardError.BaseStream, new MarkReader("stderr", token));
        _sampling = new Timer(_ => Sample(), null, Sampling, Sampling);
        _reading = CloseAsync(ReadMessagesAsync(), output, error);
    }

    /// <summary>Starts a worker; it says <c>ready</c> when it can take a cell.</summary>
    public static WorkerProcess Start(string folder, int? threads) => new(folder, threads);

    /// <summary>What the worker says, prints, and finally that it ended.</summary>
    public ChannelReader<WorkerEvent> Events => _events.Reader;

    /// <summary>The most memory it was seen to hold. Asked twice a second: what a process held is gone when it dies.</summary>
    public long PeakMemory => Interlocked.Read(ref _peakMemory);

    public async Task SendAsync(WorkerMessage message)
    {
        try { await _pipe.WriteAsync(message.ToLine()).ConfigureAwait(false); }
        catch (Exception e) when (e is IOException or InvalidOperationException) { } // It has ended; its Exited event says so.
    }

    public void Kill()
    {
        try { _process.Kill(entireProcessTree: true); }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception) { }
    }

    public async ValueTask DisposeAsync()
    {
        await _sampling.DisposeAsync().ConfigureAwait(false);
        await _pipe.DisposeAsync().ConfigureAwait(false);
        using (var limit = new CancellationTokenSource(Farewell))
        {
            try { await _process.WaitForExitAsync(limit.Token).ConfigureAwait(false); }
            catch (OperationCanceledException) { Kill(); }
        }
        // Nobody reads any more; the readers must not wait for room.
        _events.Writer.TryComplete();
        await _reading.ConfigureAwait(false);
        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(string pipe, string token, string folder, int? threads)
    {
        var start = new ProcessStartInfo(WorkerLocation.Dotnet(), ["exec", WorkerLocation.Find(), "worker", pipe, token, folder])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var count = (threads ?? Environment.ProcessorCount).ToString(CultureInfo.InvariantCulture);
        foreach (var name in (string[])["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "LIMPID_THREADS"]) start.Environment[name] = count;
        return start;
    }

    private void Sample()
    {
        try
        {
            _process.Refresh();
            if (!_process.HasExited) _peakMemory = Math.Max(_peakMemory, _process.PeakWorkingSet64);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception) { }
    }

    private async Task ReadMessagesAsync()
    {
        try
        {
            using (var exited = new CancellationTokenSource())
            {
                // A worker that ends before it connects would otherwise never be missed.
                _ = _process.WaitForExitAsync(CancellationToken.None).ContinueWith(_ => TryCancel(exited), TaskScheduler.Default);
                await _pipe.WaitForConnectionAsync(exited.Token).ConfigureAwait(false);
            }
            using var reader = new StreamReader(_pipe, leaveOpen: true);
            while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
                await _events.Writer.WriteAsync(new WorkerEvent.Message(WorkerMessage.FromLine(line))).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException or ChannelClosedException
            or InvalidOperationException or System.Text.Json.JsonException)
        {
            // The end of the pipe, whichever way it came; what matters is whether the process still lives.
        }
    }

    private async Task ReadNativeAsync(Stream stream, MarkReader marks)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await stream.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var count)
                foreach (var item in marks.Read(buffer.AsSpan(0, count))) await _events.Writer.WriteAsync(item).ConfigureAwait(false);
            foreach (var item in marks.Finish()) await _events.Writer.WriteAsync(item).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or ChannelClosedException) { }
    }

    private async Task CloseAsync(params Task[] readers)
    {
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        // A process started by the worker may hold the streams open.
        await Task.WhenAny(Task.WhenAll(readers), Task.Delay(LastWords)).ConfigureAwait(false);
        try { await _events.Writer.WriteAsync(new WorkerEvent.Exited(_process.ExitCode)).ConfigureAwait(false); }
        catch (ChannelClosedException) { }
        _events.Writer.TryComplete();
    }

    private static void TryCancel(CancellationTokenSource source)
    {
        try { source.Cancel(); }
        catch (ObjectDisposedException) { }
    }
}
