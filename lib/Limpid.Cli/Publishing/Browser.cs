using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Limpid.Cli.Diagnosis;

namespace Limpid.Cli.Publishing;

/// <summary>Draws Plotly figures as PNG, all in one run of a headless Chromium.</summary>
/// <param name="chromium">The browser.</param>
/// <param name="plotly">plotly.js.</param>
/// <param name="scratch">A folder to work in; made and removed.</param>
internal sealed partial class Browser(string chromium, string plotly, string scratch)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    // Virtual time passes only while the page waits, so the budget is no limit to the drawing.
    private static readonly string[] Switches =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--allow-file-access-from-files", "--virtual-time-budget=600000", "--dump-dom",
    ];

    /// <summary>The browser of this machine.</summary>
    /// <param name="workplace">The checkout.</param>
    /// <exception cref="UserErrorException">There is no browser or no plotly.js.</exception>
    public static Browser Find(Workplace workplace)
    {
        if (!File.Exists(workplace.Plotly))
            throw new UserErrorException("plotly.js is missing, so no picture can be made; connect and type: ./limpid doctor");
        string chromium = ChartFindings.Chromium
            ?? throw new UserErrorException("Chromium is missing, so no picture can be made; install it with: sudo apt-get install -y --no-install-recommends chromium");
        return new Browser(chromium, workplace.Plotly, Path.Combine(workplace.Artifacts, $"pictures-{Environment.ProcessId}"));
    }

    /// <summary>One PNG per figure, in order.</summary>
    /// <param name="figures">Figures as Plotly JSON (data and layout).</param>
    /// <param name="cancellation">Ends the browser.</param>
    /// <exception cref="UserErrorException">The browser or plotly.js failed.</exception>
    public async Task<IReadOnlyList<byte[]>> DrawAsync(IReadOnlyList<JsonObject> figures, CancellationToken cancellation)
    {
        if (figures.Count == 0)
            return [];
        Directory.CreateDirectory(scratch);
        try
        {
            string page = Path.Combine(scratch, "page.html");
            await File.WriteAllTextAsync(page, Page(figures), cancellation);
            return Pictures(await RunAsync(page, cancellation), figures.Count);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private async Task<string> RunAsync(string page, CancellationToken cancellation)
    {
        using Process process = Process.Start(new ProcessStartInfo(chromium, [.. Switches, $"--user-data-dir={Path.Combine(scratch, "profile")}", new Uri(page).AbsoluteUri])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            string dom = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? dom : throw new UserErrorException($"Chromium ended with exit code {process.ExitCode}: {LastLine(await errors)}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new UserErrorException($"Chromium drew no picture within {Limit.TotalMinutes} minutes.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
        }
    }

    private static IReadOnlyList<byte[]> Pictures(string dom, int count)
    {
        Match found = Result().Match(dom);
        JsonArray results = found.Success ? (JsonArray)JsonNode.Parse(WebUtility.HtmlDecode(found.Groups[1].Value))! : [];
        if (results.Count != count)
            throw new UserErrorException($"Chromium returned {results.Count} of {count} pictures.");
        return [.. results.Select((result, i) => (string?)result!["png"] is { } url
            ? Convert.FromBase64String(url[(url.IndexOf(',') + 1)..])
            : throw new UserErrorException($"plotly.js can't draw figure {i + 1}: {result["error"]}"))];
    }

    // Random numbers are seeded: plotly.js names elements by them.
    private string Page(IReadOnlyList<JsonObject> figures) => $$"""
        <!doctype html><meta charset="utf-8"><body>
        <script id="figures" type="application/json">{{JsonSerializer.Serialize(figures)}}</script>
        <script>let seed = 1; Math.random = () => (seed = (seed * 1664525 + 1013904223) >>> 0) / 4294967296;</script>
        <script src="{{new Uri(plotly).AbsoluteUri}}"></script>
        <script>
        (async () => {
          const results = [];
          for (const figure of JSON.parse(document.getElementById('figures').textContent)) {
            const layout = figure.layout || {};
            try {
              results.push({ png: await Plotly.toImage({ data: figure.data, layout }, { format: 'png', width: layout.width || 800, height: layout.height || 500 }) });
            } catch (e) { results.push({ error: String(e && e.message || e) }); }
          }
          const result = document.createElement('pre');
          result.id = 'result';
          result.textContent = JSON.stringify(results);
          document.body.replaceChildren(result);
        })();
        </script></body>
        """;

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1];

    [GeneratedRegex("<pre id=\"result\">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Result();
}
