namespace Limpid.Tests.Figures;

using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Limpid.Display;
using Xunit;

/// <summary>Shows a page in a headless browser and returns what its script reports.</summary>
internal static partial class BrowserPage
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    // Virtual time passes only while the page waits, so that its budget is no limit to a slow machine.
    private static readonly string[] Switches =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--virtual-time-budget=600000", "--window-size=1000,800", "--dump-dom",
    ];

    /// <summary>The result, which the script hands to <c>report</c>.</summary>
    /// <param name="body">The body of the page.</param>
    /// <param name="script">A function body run once the page is loaded; may await.</param>
    public static JsonElement Report(string body, string script)
    {
        var browser = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }
            .Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null, "Chromium is missing; install it with: sudo apt-get install -y --no-install-recommends chromium");
        Assert.SkipUnless(File.Exists(Path.Combine(PlotlyScript.Folder, PlotlyScript.FileName)), "plotly.js is missing; ./limpid doctor says how to get it.");
        var folder = Directory.CreateTempSubdirectory("limpid");
        try
        {
            var page = Path.Combine(folder.FullName, "page.html");
            File.WriteAllText(page, $$"""
                <!doctype html><meta charset="utf-8"><body>
                {{body}}
                <script>
                addEventListener("load", async () => {
                  const report = value => { const e = document.createElement("pre"); e.id = "report"; e.textContent = JSON.stringify(value); document.body.replaceChildren(e); };
                  try { {{script}} } catch (e) { report({ error: String(e) }); }
                });
                </script></body>
                """);
            var found = Result().Match(Dom(browser!, page, folder.FullName));
            Assert.True(found.Success, "The page reported nothing.");
            return JsonDocument.Parse(WebUtility.HtmlDecode(found.Groups[1].Value)).RootElement;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Dom(string browser, string page, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(browser, [.. Switches, $"--user-data-dir={Path.Combine(folder, "profile")}", new Uri(page).AbsoluteUri])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        try
        {
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var dom = process.StandardOutput.ReadToEndAsync();
            Assert.True(dom.Wait(Limit), $"The browser did not end within {Limit.TotalMinutes} minutes.");
            process.WaitForExit();
            return dom.Result;
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

    [GeneratedRegex("<pre id=\"report\">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Result();
}
