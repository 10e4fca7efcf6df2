using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Running;

public sealed class OutputTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Native_output_is_captured_also_what_it_holds_back()
    {
        var result = await Runs.OfAsync(_folder, """
            [System.Runtime.InteropServices.DllImport("libc")] static extern int printf(string text);
            [System.Runtime.InteropServices.DllImport("libc")] static extern int puts(string text);
            [System.Runtime.InteropServices.DllImport("libc")] static extern nint write(int file, string text, nint length);
            printf("printed, no line end; "); puts("put"); write(2, "to stderr", 9);
            """, "printf(\"second cell\");");
        Assert.True(result.Succeeded, result.Message);
        Assert.Equal("printed, no line end; put\n", Runs.Text(_folder, 0));
        Assert.Equal("to stderr", Runs.Text(_folder, 0, "stderr"));
        Assert.Equal("second cell", Runs.Text(_folder, 1));
    }

    [Fact]
    public async Task What_a_child_process_prints_belongs_to_the_cell()
    {
        var result = await Runs.OfAsync(_folder, "var p = System.Diagnostics.Process.Start(\"echo\", \"from a child\"); p.WaitForExit();", "1");
        Assert.True(result.Succeeded, result.Message);
        Assert.Equal("from a child\n", Runs.Text(_folder, 0));
    }

    [Fact]
    public async Task Reading_the_console_ends_at_once() =>
        Assert.True((await Runs.OfAsync(_folder, "if (Console.ReadLine() != null) throw new Exception();")).Succeeded);

    [Fact]
    public async Task A_flood_arrives_merged_and_an_endless_one_is_cut_with_a_note()
    {
        var result = await Runs.OfAsync(_folder, request => request with { TextLimit = 800_000 }, default,
            "for (var i = 0; i < 100_000; i++) Console.WriteLine(i);",
            "for (var i = 0; i < 100_000; i++) Console.WriteLine(\"0123456789\");",
            "display(new string('x', 100), \"text/plain\"); 1");
        Assert.True(result.Succeeded, result.Message);
        Assert.Equal(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i}\n")), Runs.Text(_folder, 0));
        Assert.Single(NotebookFile.Load(_folder["out.ipynb"]).Cells[0].Outputs);
        Assert.Equal(800_000, Runs.Text(_folder, 1).Length);
        Assert.Contains("300,000 more were dropped", Runs.Text(_folder, 1, "stderr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Displays_over_the_limit_are_counted_in_a_note()
    {
        var result = await Runs.OfAsync(_folder, request => request with { DisplayLimit = 1_000 }, default,
            "for (var i = 0; i < 3; i++) display(new string('x', 400), \"text/plain\"); Console.Write(\"still\");");
        Assert.True(result.Succeeded, result.Message);
        var outputs = NotebookFile.Load(_folder["out.ipynb"]).Cells[0].Outputs;
        Assert.Equal(2, outputs.Count(output => output!["output_type"]!.ToString() == "display_data"));
        Assert.Contains("1 displays were dropped", Runs.Text(_folder, 0, "stderr"), StringComparison.Ordinal);
        Assert.Equal("still", Runs.Text(_folder, 0));
    }

    [Fact]
    public async Task An_update_changes_the_display_of_an_earlier_cell_too()
    {
        var result = await Runs.OfAsync(_folder, "var shown = display(\"one\");", "shown.Update(\"two\");");
        Assert.True(result.Succeeded, result.Message);
        var file = NotebookFile.Load(_folder["out.ipynb"]);
        Assert.Equal("two", file.Cells[0].Outputs.Single()!["data"]!["text/plain"]![0]!.ToString());
        Assert.Empty(file.Cells[1].Outputs);
    }

    [Fact]
    public async Task A_bundle_is_one_output_with_JSON_as_JSON()
    {
        var result = await Runs.OfAsync(_folder, "new { A = 1 }.Display(\"application/json\", \"text/plain\"); Console.Write(\"lone \\ud800 half\");");
        Assert.True(result.Succeeded, result.Message);
        var data = NotebookFile.Load(_folder["out.ipynb"]).Cells[0].Outputs[0]!["data"]!;
        Assert.Equal("{\"A\":1}", data["application/json"]!.ToJsonString());
        Assert.IsType<System.Text.Json.Nodes.JsonArray>(data["text/plain"]);
        Assert.Equal("lone \ufffd half", Runs.Text(_folder, 0));
    }

    [Fact]
    public async Task The_worker_gets_the_threads_and_the_notebooks_folder()
    {
        var result = await Runs.OfAsync(_folder, request => request with { Threads = 3 }, default,
            "Console.Write(string.Join(\" \", new[] { \"OMP\", \"OPENBLAS\" }.Select(n => Environment.GetEnvironmentVariable(n + \"_NUM_THREADS\"))) + Environment.GetEnvironmentVariable(\"LIMPID_THREADS\") + System.IO.Directory.GetCurrentDirectory());");
        Assert.True(result.Succeeded, result.Message);
        Assert.Equal("3 33" + _folder.Root, Runs.Text(_folder, 0));
    }
}
