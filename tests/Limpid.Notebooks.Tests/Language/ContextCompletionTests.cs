using Limpid.Notebooks.Language;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Language;

public class ContextCompletionTests : LanguageTest
{
    private const string Box = "class Box { public int Width { get; set; } public int Height { get; init; } public int Area => 1; public string Name; "
        + "public Box Inner { get; } public static int Count { get; set; } }\n";

    [Theory]
    [InlineData("new Box { |", "Height Inner Name Width")]
    [InlineData("new Box { Width = 1, | }", "Height Inner Name")]
    [InlineData("new Box { Width = 1, H| = 2 }", "Height")]
    [InlineData("Box b = new() { Wi|", "Width")]
    [InlineData("new Box().Inner is { Wi| }", "Width")]
    public async Task What_an_initializer_can_set(string cell, string expected)
    {
        await RunAsync(Box);
        var texts = await TextsAsync(cell);
        Assert.Equal(expected.Replace("Inner ", "", StringComparison.Ordinal).Split(' '), texts);
    }

    [Fact]
    public async Task What_with_can_change()
    {
        await RunAsync("record Point(int X, int Y);\nvar p = new Point(1, 2);");
        Assert.Equal(["X", "Y"], await TextsAsync("var q = p with { |"));
    }

    [Fact]
    public async Task Braces_of_a_collection_hold_values()
    {
        await RunAsync("var number = 1;");
        Assert.Equal("new List<int> { number", await TakeFirstAsync("new List<int> { numb|"));
    }

    [Fact]
    public async Task Names_of_arguments()
    {
        await RunAsync("void Train(int epochs, double rate = 0.1, bool shuffle = true) { }");
        Assert.Equal("Train(5, rate:", await TakeFirstAsync("Train(5, ra|"));
        Assert.Equal("Train(epochs:", await TakeFirstAsync("Train(ep|"));
        var items = (await CompleteAsync("Train(5, rate: 1, |)")).Items;
        Assert.Equal(["shuffle:"], items.Where(i => i.Kind == CompletionKind.Argument).Select(i => i.Text));
        Assert.Equal("bool shuffle = true", items[0].Signature);
        Assert.Equal("new System.IO.StringReader(s:", await TakeFirstAsync("new System.IO.StringReader(s|"));
    }

    [Theory]
    [InlineData("DayOfWeek d = Mon|", "DayOfWeek d = DayOfWeek.Monday")]
    [InlineData("DayOfWeek d; d = |", "DayOfWeek d; d = DayOfWeek.Friday")]
    [InlineData("if (DateTime.Now.DayOfWeek == |", "if (DateTime.Now.DayOfWeek == DayOfWeek.Friday")]
    [InlineData("string.Equals(\"a\", \"b\", Ord|", "string.Equals(\"a\", \"b\", StringComparison.Ordinal")]
    [InlineData("switch (DateTime.Now.DayOfWeek) { case |", "switch (DateTime.Now.DayOfWeek) { case DayOfWeek.Friday")]
    [InlineData("DateTime.Now.DayOfWeek switch { Mon|", "DateTime.Now.DayOfWeek switch { DayOfWeek.Monday")]
    public async Task Values_of_the_expected_enumeration_come_first(string cell, string after) => Assert.Equal(after, await TakeFirstAsync(cell));

    [Fact]
    public async Task Asking_runs_nothing_and_changes_nothing()
    {
        await RunAsync("var calls = 0; int Call() => ++calls;");
        await TextsAsync("System.IO.File.WriteAllText(\"made\", \"\"); var hidden = Call(); hidden.|");
        Assert.False(File.Exists(Folder["made"]));
        Assert.Equal("0", await ValueAsync("calls"));
        await FailAsync("hidden");
        Assert.Empty(await TextsAsync("#r \"missing.dll\"\n#load \"missing.csx\"\nnothing.|"));
        Assert.DoesNotContain("missing.dll", (await FailAsync("nothing")).Error.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_cell_runs_the_answer_is_from_before_it()
    {
        await RunAsync("var before = 1;");
        Folder.Write("go", "");
        var running = RunAsync($"var during = 2;\nwhile (System.IO.File.Exists(@\"{Folder["go"]}\")) await Task.Delay(10);\n$\"{{during}}\"");
        try
        {
            Assert.Equal("before", await TakeFirstAsync("befor|"));
            Assert.DoesNotContain("during", await TextsAsync("durin|"));
        }
        finally { File.Delete(Folder["go"]); }
        Assert.Equal("2", (await running).Result["text/plain"]);
        Assert.Equal("during", await TakeFirstAsync("durin|"));
    }

    [Fact]
    public async Task Three_hundred_cells_later()
    {
        for (var i = 0; i < 300; i++) await RunAsync($"var v{i} = \"{i}\";");
        Assert.Equal("v0", (await TextsAsync("v|"))[0]);
        Assert.Contains("Length", await TextsAsync("v7.|"));
        Assert.Equal("v299.Length", await TakeFirstAsync("v299.Len|"));
    }

    [Fact]
    public async Task A_place_outside_the_cell_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Session.CompleteAsync("a", 2));
}
