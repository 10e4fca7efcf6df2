using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Limpid.Notebooks.Jupyter.Messages;
using Limpid.Notebooks.Jupyter.Zmtp;
using Limpid.Notebooks.Outputs;

namespace Limpid.Notebooks.Jupyter;

/// <summary>Console.In of a cell: a line is asked of the client that sent the cell.</summary>
internal sealed class FrontEndInput(FrontEnd frontEnd, Func<byte[], ZmtpPeer?> client) : TextReader
{
    /// <summary>What Jupyter sends for the end of the input.</summary>
    private const string End = "\u0004";

    private readonly BlockingCollection<string> _replies = [];
    private volatile CellExecution? _execution;
    private string? _line;
    private int _at;

    /// <summary>Makes this the console's input for one cell; a cell may have set another.</summary>
    public void Begin(CellExecution execution)
    {
        _execution = execution;
        (_line, _at) = (null, 0);
        Console.SetIn(this);
    }

    public void Finish() => _execution = null;

    /// <summary>Takes the answer to a question.</summary>
    public void Take(JupyterMessage reply)
    {
        if (reply.Type == "input_reply") _replies.Add(reply.Text("value") ?? "");
    }

    public override int Peek() => Fill() ? _line![_at] : -1;

    public override int Read() => Fill() ? _line![_at++] : -1;

    public override string? ReadLine()
    {
        if (!Fill()) return null;
        var rest = _line![_at..^1];
        _line = null;
        return rest;
    }

    private bool Fill()
    {
        if (_line is not null && _at < _line.Length) return true;
        var answer = Ask();
        (_line, _at) = (answer == End ? null : answer + "\n", 0);
        return _line is not null;
    }

    private string Ask()
    {
        if (_execution is not { } execution) throw new InvalidOperationException("Console input can be read only while a cell runs.");
        var request = execution.Request;
        if (!request.Message.Flag("allow_stdin", true))
            throw new InvalidOperationException("The cell reads Console input, but this front end can't ask the user for any (allow_stdin is false).");
        if (client(request.Peer.Identity) is not { } asked)
            throw new InvalidOperationException("The cell reads Console input, but the front end has not opened a stdin channel.");
        while (_replies.TryTake(out _)) { } // Answers that came too late for their question.
        (CellScope.Current?.Sink as StreamBatcher)?.Flush();
        frontEnd.Send(asked, request.Message, "input_request", new JsonObject { ["prompt"] = "", ["password"] = false });
        return _replies.Take(execution.Stop);
    }
}
