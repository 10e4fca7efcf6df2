using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using Limpid.Notebooks.Outputs;
using Limpid.Notebooks.Scripting;

namespace Limpid.Notebooks.Workers;

/// <summary>The process that runs the cells of one notebook for a runner. It lives as long as the runner's end of the pipe.</summary>
internal sealed class Worker : ICellSink
{
    private readonly NamedPipeClientStream _pipe;
    private readonly string _token;
    // Written by a thread of its own: stopping a cell interrupts the thread it runs on, and no message may be cut in half.
    private readonly BlockingCollection<byte[]> _outbox = new(boundedCapacity: 256);
    private readonly Session _session;
    private CancellationTokenSource _stop = new();

    private Worker(NamedPipeClientStream pipe, string token, string folder)
    {
        _pipe = pipe;
        _token = token;
        _session = new Session(folder);
        new Thread(Deliver) { IsBackground = true, Name = "outbox" }.Start();
    }

    public static async Task<int> RunAsync(string pipeName, string token, string folder)
    {
        // Ctrl-C reaches every process of the terminal; when the run ends is for the runner to say.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        await pipe.ConnectAsync(10_000).ConfigureAwait(false);
        var worker = new Worker(pipe, token, folder);
        worker.Send(new WorkerMessage { Kind = "ready" });
        using var reader = new StreamReader(pipe);
        try
        {
            while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line) worker.Obey(WorkerMessage.FromLine(line));
        }
        catch (IOException) { }
        ProcessEnd.Now();
        return 0;
    }

    public void Write(CellOutput output) => Send(OutputMessages.ToMessage(output));

    private void Obey(WorkerMessage message)
    {
        if (message.Kind == "interrupt") _stop.Cancel();
        else if (message.Kind == "execute") ExecuteAsync(message).ContinueWith(Fail, TaskContinuationOptions.OnlyOnFaulted);
    }

    /// <summary>A fault of the host itself must not leave the runner waiting.</summary>
    private static void Fail(Task task) => Environment.FailFast("the notebook host failed", task.Exception);

    private async Task ExecuteAsync(WorkerMessage message)
    {
        _stop = new CancellationTokenSource();
        var result = await _session.ExecuteAsync(message.Text!, Enum.Parse<CellLanguage>(message.Name!), counted: true, this, _stop.Token).ConfigureAwait(false);
        NativeStreams.WriteMarks(_token, message.Count);
        using var process = Process.GetCurrentProcess();
        Send(new WorkerMessage
        {
            Kind = "done",
            Count = message.Count,
            Outcome = result.Outcome,
            Text = result.Error?.Summary,
            Seconds = result.Elapsed.TotalSeconds,
            PeakMemory = process.PeakWorkingSet64,
            Libraries = LoadedLibraries.Now(),
        });
    }

    private void Send(WorkerMessage message) => _outbox.Add(message.ToLine());

    private void Deliver()
    {
        try
        {
            foreach (var line in _outbox.GetConsumingEnumerable()) _pipe.Write(line);
        }
        catch (IOException) { } // The runner is gone; the reading side ends the process.
    }
}
