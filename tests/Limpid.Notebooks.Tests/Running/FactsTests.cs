using System.Text.Json.Nodes;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Running;

public sealed class FactsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private RunFacts Saved() => RunFacts.Of(NotebookFile.Load(_folder["out.ipynb"]))!;

    [Fact]
    public async Task A_run_says_what_a_reader_needs_to_repeat_it()
    {
        DateTimeOffset before = DateTimeOffset.UtcNow.AddSeconds(-1);
        var result = await Runs.OfAsync(_folder, request => request with { Threads = 2 }, default,
            new TestCell("var mode = \"quick\"; var seed = 3;", "parameters"), $"#r \"{typeof(FactsTests).Assembly.Location}\"\ntypeof(Limpid.Notebooks.Tests.Running.FactsTests).Name");
        Assert.True(result.Succeeded, result.Message);
        RunFacts facts = Saved();
        Assert.Equal(("quick", 3L, 2, "ok"), (facts.Mode, facts.Seed, facts.Threads, facts.Status));
        Assert.InRange(facts.Started!.Value, before, DateTimeOffset.UtcNow);
        Assert.Equal(result.Seconds, facts.Seconds, 0.5);
        Assert.Equal(Environment.Version.ToString(), facts.Versions[".NET"]);
        Assert.Equal(typeof(FactsTests).Assembly.GetName().Version!.ToString(3), facts.Versions["Limpid.Notebooks.Tests"]);
        Assert.DoesNotContain(facts.Versions.Keys, name => name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_seed_is_the_one_that_was_set()
    {
        await Runs.OfAsync(_folder, request => request with { Parameters = new Dictionary<string, string> { ["seed"] = "-7" } }, default, new TestCell("var seed = 0;", "parameters"));
        Assert.Equal(-7, Saved().Seed);
    }

    [Fact]
    public async Task What_is_not_known_is_left_out()
    {
        await Runs.OfAsync(_folder, new TestCell("var mode = 1; var seed = 1 + 1;", "parameters"), "1");
        var facts = (JsonObject)NotebookFile.Load(_folder["out.ipynb"]).Metadata["limpid"]!;
        Assert.Equal(["peak_memory_bytes", "seconds", "started", "status", "threads", "versions"], facts.Select(fact => fact.Key).Where(key => key != "processor"));
    }

    [Fact]
    public void Facts_come_back_as_they_were_written()
    {
        var facts = new RunFacts
        {
            Mode = "full", Seed = 4, Packages = "nuget", Versions = new Dictionary<string, string> { ["Limpid"] = "0.1.0" },
            Started = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero), Seconds = 1.5, Threads = 2, Processor = "P", PeakMemoryBytes = 7, Status = "ok",
        };
        NotebookFile file = NotebookFile.Parse(TestNotebook.Of("1"));
        Assert.Null(RunFacts.Of(file));
        file.SetMetadata("limpid", facts.ToJson());
        RunFacts read = RunFacts.Of(NotebookFile.Parse(file.ToBytes()))!;
        Assert.Equal(facts.Versions, read.Versions);
        Assert.Equal(facts, read with { Versions = facts.Versions });
    }

    [Fact]
    public void Metadata_of_another_program_are_no_facts()
    {
        NotebookFile file = NotebookFile.Parse(TestNotebook.Of("1"));
        file.SetMetadata("limpid", new JsonObject { ["status"] = 3 });
        Assert.Null(RunFacts.Of(file));
        file.SetMetadata("limpid", new JsonObject { ["status"] = "ok", ["seed"] = "x", ["versions"] = new JsonArray(), ["started"] = "soon", ["threads"] = new JsonObject() });
        Assert.Equal((null, null, null), (RunFacts.Of(file)!.Seed, RunFacts.Of(file)!.Started, RunFacts.Of(file)!.Threads));
    }
}
