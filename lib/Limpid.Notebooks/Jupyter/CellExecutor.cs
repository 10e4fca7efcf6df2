using System.Text.Json.Nodes;
using Limpid.Notebooks.Outputs;

namespace Limpid.Notebooks.Jupyter;

/// <summary>Answers execute_request: runs the cell in the session and publishes what it produces.</summary>
internal sealed class CellExecutor(Session session, FrontEnd frontEnd, History history, NativeCapture native, FrontEndInput input)
{
    private volatile CellExecution? _current;
    private StreamBatcher? _output;

    /// <summary>Stops the cell that is running, if one is.</summary>
    public void Interrupt() => _current?.Interrupt();

    /// <summary>Runs a cell to its end.</summary>
    /// <returns>The answer's content.</returns>
    public JsonObject Execute(KernelRequest request)
    {
        var (parent, code) = (request.Message.Header, request.Message.Text("code") ?? "");
        var silent = request.Message.Flag("silent", false);
        var counted = !silent && request.Message.Flag("store_history", true) && !string.IsNullOrWhiteSpace(code);
        var count = session.Count + (counted ? 1 : 0);
        if (!silent) frontEnd.Publish("execute_input", parent, new JsonObject { ["code"] = code, ["execution_count"] = count });
        var publisher = new CellPublisher(frontEnd, parent, count);
        var error = Run(request, code, counted, silent ? new SilentSink() : publisher);
        if (counted) history.Add(count, code, publisher.Result);
        return Answer(count, error);
    }

    /// <summary>The answer to a cell that is not run because one before it failed.</summary>
    public JsonObject Abort(KernelRequest request) => new() { ["status"] = "aborted", ["execution_count"] = session.Count };

    private static JsonObject Answer(int count, ErrorOutput? error)
    {
        var answer = error is null ? [] : CellPublisher.Error(error);
        answer["status"] = error is null ? "ok" : "error";
        answer["execution_count"] = count;
        answer["user_expressions"] = new JsonObject();
        answer["payload"] = new JsonArray();
        return answer;
    }

    private ErrorOutput? Run(KernelRequest request, string code, bool counted, ICellSink sink)
    {
        var capped = new CappedSink(sink, OutputLimits.Text, OutputLimits.Displays);
        // What threads of the cell before print from now on belongs to this one.
        _output?.Dispose();
        _output = new StreamBatcher(capped);
        native.Target = _output;
        var name = $"cell {session.Count + (counted ? 1 : 0)}";
        using var execution = new CellExecution(request, name, _output);
        _current = execution;
        input.Begin(execution);
        try
        {
            var result = session.ExecuteAsync(code, Scripting.CellLanguage.CSharp, counted, _output, execution.Stop).GetAwaiter().GetResult();
            native.Drain();
            _output.Flush();
            capped.Finish();
            if (result.Outcome != CellOutcome.Interrupted) return result.Error;
            var stopped = new ErrorOutput("Interrupted", "the cell was stopped", name, [$"{name}: stopped"]);
            sink.Write(stopped);
            return stopped;
        }
        finally
        {
            input.Finish();
            _current = null;
        }
    }
}
