using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Limpid.Notebooks.Jupyter.Messages;
using Limpid.Notebooks.Jupyter.Zmtp;

namespace Limpid.Notebooks.Jupyter;

/// <summary>A kernel for one front end's connection file: five sockets, one session, Jupyter messaging 5.3.</summary>
internal sealed class JupyterKernel : IDisposable
{
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(300);

    private readonly ManualResetEventSlim _ended = new();
    private readonly MessageWire _wire;
    private readonly ZmtpPublisher _iopub;
    private readonly ZmtpSocket _stdin;
    private readonly ZmtpSocket[] _sockets;
    private readonly Session _session;
    private readonly FrontEnd _frontEnd;
    private readonly History _history = new();
    private readonly LanguageRequests _language;
    private readonly CellExecutor _cells;
    private readonly FrontEndInput _input;
    private readonly ShellQueue _shell;

    /// <summary>Listens from now on.</summary>
    /// <exception cref="SocketException">A port is taken.</exception>
    public JupyterKernel(ConnectionFile file, string folder, NativeCapture native)
    {
        _wire = new MessageWire(file.Key);
        _session = new Session(folder);
        _language = new LanguageRequests(_session);
        _iopub = new ZmtpPublisher(new IPEndPoint(file.Address, file.IoPub));
        _frontEnd = new FrontEnd(_wire, _iopub);
        _input = new FrontEndInput(_frontEnd, identity => _stdin!.Find(identity));
        _cells = new CellExecutor(_session, _frontEnd, _history, native, _input);
        _shell = new ShellQueue(Handle);
        _stdin = Router(file.Address, file.Stdin, request => _input.Take(request.Message));
        _sockets =
        [
            _stdin,
            Router(file.Address, file.Control, request => Handle(request, aborted: false)),
            Router(file.Address, file.Shell, _shell.Add),
            new ZmtpSocket(ZmtpRole.Reply, new IPEndPoint(file.Address, file.Heartbeat), (peer, frames) => peer.Send(ZmtpFrame.Write(frames))),
        ];
    }

    /// <summary>Waits for the end that a front end or a signal asks for.</summary>
    public void Run()
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            _cells.Interrupt();
        });
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            _ended.Set();
        });
        _ended.Wait();
        SpinWait.SpinUntil(() => _sockets.SelectMany(socket => socket.Peers).Concat(_iopub.Peers).All(peer => peer.IsIdle), LastWords);
    }

    public void Dispose()
    {
        foreach (var socket in _sockets) socket.Dispose();
        _iopub.Dispose();
        _session.Dispose();
        _ended.Dispose();
    }

    private ZmtpSocket Router(IPAddress address, int port, Action<KernelRequest> take) =>
        new(ZmtpRole.Router, new IPEndPoint(address, port), (peer, frames) =>
        {
            if (_wire.Read(frames) is { } message) take(new KernelRequest(peer, message));
        });

    private void Handle(KernelRequest request, bool aborted)
    {
        var parent = request.Message.Header;
        _frontEnd.Status(parent, "busy");
        try
        {
            if ((aborted ? _cells.Abort(request) : Answer(request)) is { } answer) _frontEnd.Reply(request, answer);
        }
        catch (Exception e)
        {
            // A request that this kernel fails to answer must not be waited for, nor end the kernel.
            _frontEnd.Reply(request, new JsonObject { ["status"] = "error", ["ename"] = e.GetType().Name, ["evalue"] = e.Message, ["traceback"] = new JsonArray() });
        }
        _frontEnd.Status(parent, "idle");
        if (request.Type == "shutdown_request") _ended.Set();
    }

    /// <summary>The answer's content; null for messages that get none.</summary>
    private JsonObject? Answer(KernelRequest request)
    {
        switch (request.Type)
        {
            case "kernel_info_request": return KernelInfo.Answer();
            case "execute_request": return Execute(request);
            case "complete_request": return _language.Complete(request.Message);
            case "inspect_request": return _language.Inspect(request.Message);
            case "is_complete_request": return LanguageRequests.IsComplete(request.Message);
            case "history_request": return _history.Answer(request.Message);
            case "comm_info_request": return new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() };
            case "comm_open":
                // Nobody is at the other end: the front end is told so.
                _frontEnd.Publish("comm_close", request.Message.Header, new JsonObject { ["comm_id"] = request.Message.Text("comm_id"), ["data"] = new JsonObject() });
                return null;
            case "interrupt_request":
                _cells.Interrupt();
                return new JsonObject { ["status"] = "ok" };
            case "shutdown_request":
                var answer = new JsonObject { ["status"] = "ok", ["restart"] = request.Message.Flag("restart", false) };
                _frontEnd.Publish("shutdown_reply", request.Message.Header, answer);
                return answer;
            default: return null;
        }
    }

    private JsonObject Execute(KernelRequest request)
    {
        var answer = _cells.Execute(request);
        if (answer["status"]!.ToString() == "error" && request.Message.Flag("stop_on_error", true)) _shell.Abort();
        return answer;
    }
}
