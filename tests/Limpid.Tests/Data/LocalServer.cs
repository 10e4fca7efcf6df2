using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Limpid.Tests.Data;

/// <summary>A web server on the loopback; a path without an answer is a 404.</summary>
internal sealed class LocalServer : IDisposable
{
    private readonly HttpListener _listener = new();

    public LocalServer()
    {
        for (int attempt = 0; ; attempt++)
        {
            Address = new Uri($"http://127.0.0.1:{FreePort()}/");
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add(Address.ToString());
            try
            {
                _listener.Start();
                break;
            }
            catch (HttpListenerException) when (attempt < 5)
            {
                // Someone took the port in between.
            }
        }
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public ConcurrentDictionary<string, byte[]> Answers { get; } = new();

    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Paths whose answer ends after half of the promised bytes.</summary>
    public ConcurrentDictionary<string, bool> CutShort { get; } = new();

    public void Dispose() => _listener.Close();

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            await AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        string path = context.Request.Url!.AbsolutePath;
        Requests.Enqueue(path);
        if (!Answers.TryGetValue(path, out byte[]? body))
        {
            context.Response.StatusCode = 404;
            context.Response.Close();
            return;
        }
        context.Response.ContentLength64 = body.Length;
        if (CutShort.ContainsKey(path))
        {
            await context.Response.OutputStream.WriteAsync(body.AsMemory(0, body.Length / 2));
            context.Response.Abort();
            return;
        }
        await context.Response.OutputStream.WriteAsync(body);
        context.Response.Close();
    }
}
