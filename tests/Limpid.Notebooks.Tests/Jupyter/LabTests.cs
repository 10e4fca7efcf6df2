using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Limpid.Cli.Diagnosis;
using Limpid.Notebooks.Jupyter;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Jupyter;

/// <summary>The notebook server as <c>./limpid lab</c> starts it.</summary>
public sealed class LabTests : IDisposable
{
    private static readonly string Root = Limpid.Cli.Workplace.Find().Root;

    private readonly TestFolder _folder = new();

    public LabTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Debian's Jupyter");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_end_of_the_server_is_the_end_of_its_kernels()
    {
        Directory.CreateDirectory(_folder["notebooks"]);
        using var lab = await LabProcess.StartAsync(_folder);
        using var http = new HttpClient { BaseAddress = new Uri(lab.Address) };
        http.DefaultRequestHeaders.Add("Authorization", $"token {lab.Token}");
        var specs = (await http.GetFromJsonAsync<JsonNode>("api/kernelspecs"))!;
        Assert.Equal(KernelSpec.Name, specs["default"]!.ToString());
        (await http.PostAsJsonAsync("api/kernels", new { name = KernelSpec.Name })).EnsureSuccessStatusCode();
        for (var wait = Stopwatch.StartNew(); Kernels().Length == 0; await Task.Delay(50)) Assert.True(wait.Elapsed < TimeSpan.FromMinutes(1), "no kernel started");
        Assert.Equal(0, await lab.InterruptAsync());
        for (var wait = Stopwatch.StartNew(); Kernels().Length > 0; await Task.Delay(50)) Assert.True(wait.Elapsed < TimeSpan.FromSeconds(20), "a kernel outlived its server");
    }

    [Fact]
    public async Task In_a_browser_cells_run_charts_are_drawn_and_stop_stops()
    {
        // The notebook finds the library two folders up, as in the repository.
        foreach (var file in Directory.GetFiles(Path.Combine(Root, "notebooks"), "*", SearchOption.AllDirectories))
        {
            var copy = _folder[Path.GetRelativePath(Root, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        Directory.CreateDirectory(_folder["lib"]);
        Directory.CreateSymbolicLink(_folder["lib/publish"], Path.Combine(Root, "lib", "publish"));
        using var lab = await LabProcess.StartAsync(_folder);
        var script = Path.Combine(AppContext.BaseDirectory, "Jupyter", "notebook.mjs");
        var start = new ProcessStartInfo("node",
        [
            script, Path.Combine(Root, "artifacts", "tools", "playwright-core"), ChartFindings.Chromium!,
            $"{lab.Address}notebooks/graph-spectral-regularization/mnist-grid.ipynb?token={lab.Token}", Path.Combine(Root, "artifacts", "tests"),
        ]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var browser = Process.Start(start)!;
        var (said, wrong) = (browser.StandardOutput.ReadToEndAsync(), browser.StandardError.ReadToEndAsync());
        try { await browser.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(15)); }
        catch (TimeoutException)
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync();
        }
        Assert.True(browser.ExitCode == 0, $"{await said}\n{await wrong}");
    }

    /// <summary>The kernels that were started with a connection file of this test.</summary>
    private string[] Kernels() => [.. Directory.GetDirectories("/proc").Where(process =>
    {
        try { return File.ReadAllText(Path.Combine(process, "cmdline")).Contains(_folder["jupyter/run/kernel-"], StringComparison.Ordinal); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return false; }
    })];
}
