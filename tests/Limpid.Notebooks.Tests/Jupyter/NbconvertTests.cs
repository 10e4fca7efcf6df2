using System.Diagnostics;
using System.Text.Json.Nodes;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Jupyter;

/// <summary>Notebooks executed by Jupyter's own runner.</summary>
public sealed class NbconvertTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public NbconvertTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Debian's nbconvert");

    public void Dispose() => _folder.Dispose();

    private async Task<(int Code, string Error)> ConvertAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-m", "nbconvert", "--execute", "in.ipynb", .. arguments])
        {
            WorkingDirectory = _folder.Root,
            RedirectStandardError = true,
        };
        JupyterFolders.Set(start, _folder);
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }

    [Fact]
    public async Task A_notebook_is_executed_and_saved()
    {
        _folder.Write("in.ipynb", "var x = 20;\nConsole.Write(\"hello\");", "x + 1", new TestCell("throw new InvalidOperationException(\"meant\");", "raises-exception"), "display(\"shown\", \"text/plain\");");
        var (code, error) = await ConvertAsync("--to", "notebook", "--output", "out.ipynb");
        Assert.True(code == 0, error);
        var cells = NotebookFile.Load(_folder["out.ipynb"]).Cells;
        Assert.Equal("hello", Joined(cells[0].Outputs[0]!["text"]!));
        Assert.Contains("21", Joined(cells[1].Outputs[0]!["data"]!["text/html"]!), StringComparison.Ordinal);
        Assert.Equal("InvalidOperationException", cells[2].Outputs[0]!["ename"]!.ToString());
        Assert.Equal("shown", Joined(cells[3].Outputs[0]!["data"]!["text/plain"]!));
    }

    [Fact]
    public async Task A_failing_cell_fails_the_run()
    {
        _folder.Write("in.ipynb", "var x = 1;", "x = ;");
        var (code, error) = await ConvertAsync("--to", "html");
        Assert.NotEqual(0, code);
        Assert.Contains("CompilationError: cell 2, line 1", error, StringComparison.Ordinal);
    }

    private static string Joined(JsonNode text) => text is JsonArray lines ? string.Concat(lines.Select(line => line!.ToString())) : text.ToString();
}
