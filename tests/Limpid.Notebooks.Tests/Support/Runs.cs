using System.Text.Json.Nodes;

namespace Limpid.Notebooks.Tests.Support;

/// <summary>Runs notebooks of a test and reads what the saved copies say.</summary>
internal static class Runs
{
    public static Task<RunResult> OfAsync(TestFolder folder, params TestCell[] cells) => OfAsync(folder, request => request, default, cells);

    public static async Task<RunResult> OfAsync(
        TestFolder folder, Func<RunRequest, RunRequest> change, CancellationToken stop, params TestCell[] cells)
    {
        var notebook = folder.Write("in.ipynb", cells);
        var before = await File.ReadAllBytesAsync(notebook, CancellationToken.None);
        var request = change(new RunRequest { NotebookPath = notebook, OutputPath = folder["out.ipynb"], Threads = 1 });
        var result = await NotebookRunner.RunAsync(request, null, stop);
        Assert.Equal(before, await File.ReadAllBytesAsync(notebook, CancellationToken.None));
        return result;
    }

    /// <summary>The statuses of the code cells in the saved copy; they must be those of the result.</summary>
    public static string[] Saved(TestFolder folder, RunResult result)
    {
        var file = NotebookFile.Load(folder["out.ipynb"]);
        Assert.Equal(RunStatusNames.OfNotebook(result.Status), Status(file.Metadata));
        string[] cells = [.. file.Cells.Select(cell => Status(cell.Metadata))];
        Assert.Equal(result.Cells.Select(cell => RunStatusNames.OfCell(cell.Status)), cells);
        return cells;
    }

    public static string Status(JsonObject metadata) => metadata["limpid"]!["status"]!.ToString();

    /// <summary>The text a cell printed, according to the saved copy.</summary>
    public static string Text(TestFolder folder, int cell, string stream = "stdout") => string.Concat(
        NotebookFile.Load(folder["out.ipynb"]).Cells[cell].Outputs.Where(output => output!["name"]?.ToString() == stream)
            .SelectMany(output => output!["text"]!.AsArray()).Select(line => line!.ToString()));
}
