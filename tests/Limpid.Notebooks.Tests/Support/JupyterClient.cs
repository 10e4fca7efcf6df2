using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Limpid.Notebooks.Tests.Support;

/// <summary>A kernel and Jupyter's own client of it, in processes of their own (see <c>client.py</c>).</summary>
internal sealed class JupyterClient : IAsyncDisposable
{
    /// <summary>For a machine with other things to do.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Channel<JsonNode> _events = Channel.CreateUnbounded<JsonNode>();
    private readonly List<JsonNode> _kept = [];

    private JupyterClient(Process process)
    {
        _process = process;
        _ = ReadAsync();
    }

    /// <summary>The kernel's process.</summary>
    public int Kernel { get; private set; }

    public static async Task<JupyterClient> StartAsync(TestFolder folder)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Jupyter", "client.py")])
        {
            WorkingDirectory = folder.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        JupyterFolders.Set(start, folder);
        var client = new JupyterClient(Process.Start(start)!);
        client.Kernel = (await client.NextAsync(e => Event(e) == "ready"))["pid"]!.GetValue<int>();
        return client;
    }

    /// <summary>Sends a request.</summary>
    /// <returns>Its message id.</returns>
    public async Task<string> SendAsync(string type, JsonObject content, string channel = "shell")
    {
        await WriteAsync(new JsonObject { ["do"] = "send", ["channel"] = channel, ["type"] = type, ["content"] = content });
        return (await NextAsync(e => Event(e) == "sent"))["id"]!.ToString();
    }

    /// <summary>Sends a request and waits for its answer and for all that comes with it.</summary>
    public async Task<JupyterAnswer> AskAsync(string type, JsonObject content, string channel = "shell") =>
        await AnswerAsync(await SendAsync(type, content, channel));

    /// <summary>Waits until a request is answered and the kernel is idle again.</summary>
    public async Task<JupyterAnswer> AnswerAsync(string id)
    {
        var (told, reply, idle) = (new List<JsonNode>(), (JsonNode?)null, false);
        while (reply is null || !idle)
        {
            var message = await NextAsync(e => Event(e) == "message" && e["parent"]?.ToString() == id);
            if (message["channel"]!.ToString() is "shell" or "control") reply = message["content"]!;
            else if (message["type"]!.ToString() != "status") told.Add(message);
            else idle = message["content"]!["execution_state"]!.ToString() == "idle";
        }
        return new JupyterAnswer(reply, told);
    }

    public Task<JupyterAnswer> RunAsync(string code) => AskAsync("execute_request", Cell(code));

    public Task<string> BeginAsync(string code) => SendAsync("execute_request", Cell(code));

    /// <summary>Waits for a message that follows from a request, without taking it away from its answer.</summary>
    public async Task<JsonNode> SeeAsync(string id, Func<JsonNode, bool> wanted)
    {
        var message = await NextAsync(e => Event(e) == "message" && e["parent"]?.ToString() == id && wanted(e));
        _kept.Insert(0, message);
        return message;
    }

    /// <summary>Waits until a cell prints a text.</summary>
    public Task SeeAsync(string id, string text) => SeeAsync(id, message => message["content"]?["text"]?.ToString().Contains(text, StringComparison.Ordinal) == true);

    public Task<JupyterAnswer> InterruptAsync() => AskAsync("interrupt_request", [], "control");

    public Task AnswerInputAsync(string value) => WriteAsync(new JsonObject { ["do"] = "input", ["value"] = value });

    /// <summary>Sends frames as they are.</summary>
    public Task SendRawAsync(string channel, params byte[][] frames) => WriteAsync(new JsonObject
    {
        ["do"] = "raw",
        ["channel"] = channel,
        ["frames"] = new JsonArray([.. frames.Select(frame => (JsonNode)Convert.ToHexString(frame))]),
    });

    public async Task RestartAsync()
    {
        await WriteAsync(new JsonObject { ["do"] = "restart" });
        Kernel = (await NextAsync(e => Event(e) == "restarted"))["pid"]!.GetValue<int>();
    }

    /// <summary>Ends the kernel as a front end does.</summary>
    /// <returns>Seconds until its process was gone.</returns>
    public async Task<double> StopAsync()
    {
        await WriteAsync(new JsonObject { ["do"] = "stop" });
        return (await NextAsync(e => Event(e) == "stopped"))["seconds"]!.GetValue<double>();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try { await _process.WaitForExitAsync(limit.Token); }
        catch (OperationCanceledException) { _process.Kill(entireProcessTree: true); }
        _process.Dispose();
    }

    public static JsonObject Cell(string code) => new() { ["code"] = code, ["allow_stdin"] = true };

    private static string Event(JsonNode node) => node["event"]!.ToString();

    private async Task WriteAsync(JsonObject command)
    {
        await _process.StandardInput.WriteLineAsync(command.ToJsonString());
        await _process.StandardInput.FlushAsync();
    }

    private async Task<JsonNode> NextAsync(Func<JsonNode, bool> wanted)
    {
        if (_kept.FirstOrDefault(wanted) is { } kept)
        {
            _kept.Remove(kept);
            return kept;
        }
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            var next = await _events.Reader.ReadAsync(limit.Token);
            if (wanted(next)) return next;
            _kept.Add(next);
        }
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line) await _events.Writer.WriteAsync(JsonNode.Parse(line)!);
        _events.Writer.Complete(new EndOfStreamException("Jupyter's client ended"));
    }
}
