using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Limpid.Benchmarks;

/// <summary>A kernel in a process of its own, and a front end of it that does nothing but wait.</summary>
internal sealed class KernelClient : IDisposable
{
    private static readonly byte[] Key = "benchmark"u8.ToArray();
    private static readonly byte[] Empty = "{}"u8.ToArray();

    private readonly Process _process;
    private readonly ZmtpClient _shell;
    private readonly ZmtpClient _iopub;
    private int _count;

    /// <summary>Starts a kernel and waits, as front ends do, until its answers arrive.</summary>
    /// <param name="host">The built notebook host.</param>
    /// <param name="folder">Where the connection file goes.</param>
    public KernelClient(string host, string folder)
    {
        var ports = FreePorts(5);
        var file = Path.Combine(folder, $"kernel-{ports[0]}.json");
        File.WriteAllText(file, new JsonObject
        {
            ["shell_port"] = ports[0],
            ["iopub_port"] = ports[1],
            ["stdin_port"] = ports[2],
            ["control_port"] = ports[3],
            ["hb_port"] = ports[4],
            ["ip"] = "127.0.0.1",
            ["transport"] = "tcp",
            ["signature_scheme"] = "hmac-sha256",
            ["key"] = Encoding.UTF8.GetString(Key),
        }.ToJsonString());
        _process = Process.Start(new ProcessStartInfo("dotnet", ["exec", host, "kernel", file]) { WorkingDirectory = folder })!;
        _iopub = ZmtpClient.Connect(ports[1], "SUB");
        _iopub.Send([1]);
        _shell = ZmtpClient.Connect(ports[0], "DEALER");
        do
        {
            Send("kernel_info_request", []);
            _shell.Receive();
        }
        while (!_iopub.HasNews);
    }

    /// <summary>Runs a cell; returns when it is answered and the kernel is idle.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="told">Called with the type of each message about it.</param>
    public void Run(string code, Action<string>? told = null)
    {
        var id = Send("execute_request", new JsonObject { ["code"] = code });
        while (true)
        {
            var frames = _iopub.Receive();
            if (JsonNode.Parse(frames[4])!["msg_id"]?.ToString() != id)
                continue;
            var type = JsonNode.Parse(frames[3])!["msg_type"]!.ToString();
            told?.Invoke(type);
            if (type == "error")
                throw new InvalidOperationException($"the cell '{code}' failed");
            if (type == "status" && JsonNode.Parse(frames[6])!["execution_state"]!.ToString() == "idle")
                break;
        }
        while (JsonNode.Parse(_shell.Receive()[3])!["msg_id"]?.ToString() != id) { }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _shell.Dispose();
        _iopub.Dispose();
    }

    private string Send(string type, JsonObject content)
    {
        var id = $"{++_count}";
        var header = new JsonObject { ["msg_id"] = id, ["session"] = "bench", ["username"] = "", ["date"] = "", ["msg_type"] = type, ["version"] = "5.3" };
        byte[][] parts = [Encoding.UTF8.GetBytes(header.ToJsonString()), Empty, Empty, Encoding.UTF8.GetBytes(content.ToJsonString())];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Key, parts.SelectMany(part => part).ToArray()));
        _shell.Send(["<IDS|MSG>"u8.ToArray(), Encoding.ASCII.GetBytes(signature), .. parts]);
        return id;
    }

    private static int[] FreePorts(int count)
    {
        var probes = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var probe in probes)
            probe.Start();
        var ports = probes.Select(probe => ((IPEndPoint)probe.LocalEndpoint).Port).ToArray();
        foreach (var probe in probes)
            probe.Dispose();
        return ports;
    }
}
