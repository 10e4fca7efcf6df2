using System.Diagnostics;
using System.Net;
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

    // A picture larger than this, such as a graph with a thousand edges, is drawn with a quarter of the dots: a notebook has a megabyte for all.
    private const int Crowded = 60_000;

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

    /// <summary>The browser of this machine, or null if there is none or no plotly.js.</summary>
    /// <param name="workplace">The checkout.</param>
    public static Browser? IfThere(Workplace workplace) => File.Exists(workplace.Plotly) && ChartFindings.Chromium is not null ? Find(workplace) : null;

    /// <summary>One PNG per figure, in order. The same figures give the same bytes with one version of Chromium, plotly.js and pngquant.</summary>
    /// <param name="figures">Figures as Plotly JSON (data and layout).</param>
    /// <param name="cancellation">Ends the browser.</param>
    /// <exception cref="UserErrorException">The browser or plotly.js failed.</exception>
    public async Task<IReadOnlyList<byte[]>> DrawAsync(IReadOnlyList<JsonObject> figures, CancellationToken cancellation)
    {
        byte[][] pictures = [.. await DrawAsync(figures, PicturePage.Scale, cancellation)];
        int[] crowded = [.. Enumerable.Range(0, pictures.Length).Where(i => pictures[i].Length > Crowded)];
        IReadOnlyList<byte[]> plain = await DrawAsync([.. crowded.Select(i => figures[i])], 1, cancellation);
        for (int i = 0; i < crowded.Length; i++)
            pictures[crowded[i]] = plain[i];
        return pictures;
    }

    /// <summary>One PNG per figure, in order, with so many dots a side for each of the chart's.</summary>
    /// <param name="figures">Figures as Plotly JSON (data and layout).</param>
    /// <param name="scale">1, or <see cref="PicturePage.Scale"/> for a sharp picture.</param>
    /// <param name="cancellation">Ends the browser.</param>
    /// <exception cref="UserErrorException">The browser or plotly.js failed.</exception>
    public async Task<IReadOnlyList<byte[]>> DrawAsync(IReadOnlyList<JsonObject> figures, int scale, CancellationToken cancellation)
    {
        if (figures.Count == 0)
            return [];
        Directory.CreateDirectory(scratch);
        // Chromium leaves empty folders where temporary files go; its socket there needs a short path.
        string temporary = Directory.CreateTempSubdirectory("limpid-").FullName;
        try
        {
            string page = Path.Combine(scratch, "page.html");
            await File.WriteAllTextAsync(page, PicturePage.Of(figures, plotly, scale), cancellation);
            return await PngPalette.ReduceAsync(Pictures(await RunAsync(page, temporary, cancellation), figures.Count), cancellation);
        }
        finally
        {
            await RemoveAsync(scratch);
            await RemoveAsync(temporary);
        }
    }

    private async Task<string> RunAsync(string page, string temporary, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(chromium, [.. Switches, $"--user-data-dir={Path.Combine(scratch, "profile")}", new Uri(page).AbsoluteUri])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = temporary;
        using Process process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            string dom = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            // Ctrl-C reaches the browser too, which then ends by itself.
            cancellation.ThrowIfCancellationRequested();
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

    // What was killed may for a moment still write into its profile.
    private static async Task RemoveAsync(string folder)
    {
        for (int tries = 0; Directory.Exists(folder); tries++)
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (tries < 10)
            {
                await Task.Delay(100, CancellationToken.None);
            }
    }

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1];

    [GeneratedRegex("<pre id=\"result\">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Result();
}
