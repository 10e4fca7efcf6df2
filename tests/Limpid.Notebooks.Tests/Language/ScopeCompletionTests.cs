using Limpid.Notebooks.Language;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Language;

public class ScopeCompletionTests : LanguageTest
{
    [Theory]
    [InlineData("Conso|", "Console")]
    [InlineData("var total = 3; tot|", "var total = 3; total")]
    [InlineData("int Twice(int number) { return numb| }", "int Twice(int number) { return number }")]
    [InlineData("Func<int, int> f = number => numb|", "Func<int, int> f = number => number")]
    [InlineData("new[] { 1 }.Select(number => |", "new[] { 1 }.Select(number => number")]
    [InlineData("new[] { 1 }.Select(number => numb|)", "new[] { 1 }.Select(number => number)")]
    [InlineData("for (int step = 0; ste|", "for (int step = 0; step")]
    [InlineData("foreach (var item in new[] { 1 }) { ite|", "foreach (var item in new[] { 1 }) { item")]
    [InlineData("from row in new[] { 1 } where ro|", "from row in new[] { 1 } where row")]
    [InlineData("using Syst|", "using System")]
    [InlineData("using System.Diagn|", "using System.Diagnostics")]
    [InlineData("using static System.Mat|", "using static System.Math")]
    [InlineData("new StringB|", "new StringBuilder")]
    [InlineData("List<StringB|", "List<StringBuilder")]
    [InlineData("forea|", "foreach")]
    [InlineData("var x = awa|", "var x = await")]
    [InlineData("if (true) retu|", "if (true) return")]
    [InlineData("class A { publ|", "class A { public")]
    [InlineData("class A { StringBu|", "class A { StringBuilder")]
    [InlineData("class A : IDisposa|", "class A : IDisposable")]
    [InlineData("typeof(StringBu|", "typeof(StringBuilder")]
    [InlineData("object o = 1; o is StringBu|", "object o = 1; o is StringBuilder")]
    [InlineData("void F(StringBu|", "void F(StringBuilder")]
    [InlineData("CW|", null)]
    [InlineData("NullRefEx|", "NullReferenceException")]
    [InlineData("NRE|", "NullReferenceException")]
    [InlineData("displ|", "display")]
    [InlineData("int @class = 1; @cla|", "int @class = 1; @class")]
    public async Task Names(string cell, string? after)
    {
        if (after is null) Assert.DoesNotContain("Console", await TextsAsync(cell));
        else Assert.Equal(after, await TakeFirstAsync(cell));
    }

    [Theory]
    [InlineData("int |")]
    [InlineData("int coun|")]
    [InlineData("var coun| = 1;")]
    [InlineData("foreach (var ite|")]
    [InlineData("class Nam|")]
    [InlineData("void Metho|")]
    [InlineData("// a comment Conso|")]
    [InlineData("/* Conso| */")]
    [InlineData("/// <summary>Conso|</summary>")]
    [InlineData("\"text Conso|\"")]
    [InlineData("$\"text Conso|\"")]
    [InlineData("12|")]
    [InlineData("0x1f|")]
    [InlineData("#!html\n<p>Conso|")]
    [InlineData("#if false\nConso|\n#endif")]
    [InlineData("enum Colour { Re|")]
    public async Task Nothing_where_no_name_can_be_meant(string cell) => Assert.Empty(await TextsAsync(cell));

    [Fact]
    public async Task What_earlier_cells_declared()
    {
        await RunAsync("using System.IO;\nvar count = 1;\nint Twice(int x) => 2 * x;\nrecord Point(int X, int Y);");
        await RunAsync("using Lines = System.Collections.Generic.List<string>;\nvar later = 2;");
        Assert.Equal("count", await TakeFirstAsync("coun|"));
        Assert.Equal("Twice", await TakeFirstAsync("Twi|"));
        Assert.Equal("new Point", await TakeFirstAsync("new Poi|"));
        Assert.Equal("Path.Combine", await TakeFirstAsync("Path.Comb|"));
        Assert.Equal("Lines", await TakeFirstAsync("Line|"));
        Assert.Equal("int x = later", await TakeFirstAsync("int x = late|"));
        var items = (await CompleteAsync("Console.Write(|")).Items;
        Assert.Equal(CompletionKind.Variable, items.Single(item => item.Text == "count").Kind);
        Assert.Equal("int count", items.Single(item => item.Text == "count").Signature);
        Assert.DoesNotContain(items, item => item.Text is "GetHashCode" or "MemberwiseClone");
    }

    [Fact]
    public async Task A_variable_declared_twice_is_the_later_one()
    {
        await RunAsync("var x = 1;");
        await RunAsync("var x = \"a\";");
        Assert.Equal("string x", Assert.Single((await CompleteAsync("x|")).Items, item => item.Text == "x").Signature);
        Assert.Contains("Length", await TextsAsync("x.|"));
    }

    [Fact]
    public async Task Global_usings_of_a_loaded_file_in_the_same_cell_and_in_later_ones()
    {
        Folder.Write("setup.csx", "global using System.Diagnostics;\nint loaded = 1;");
        Assert.Equal("#load \"setup.csx\"\nStopwatch", await TakeFirstAsync("#load \"setup.csx\"\nStopw|"));
        await RunAsync("#load \"setup.csx\"");
        Assert.Equal("Stopwatch", await TakeFirstAsync("Stopw|"));
        Assert.Equal("loaded", await TakeFirstAsync("loade|"));
    }

    [Fact]
    public async Task A_library_that_the_same_cell_references()
    {
        File.Copy(typeof(FsCheck.Config).Assembly.Location, Folder["FsCheck.dll"]);
        Assert.Equal("#r \"FsCheck.dll\"\nFsCheck.Config", await TakeFirstAsync("#r \"FsCheck.dll\"\nFsCheck.Conf|"));
    }

    [Fact]
    public async Task Names_nearby_come_first_and_words_of_the_language_last()
    {
        await RunAsync("int stringy = 1;");
        var texts = await TextsAsync("str|");
        Assert.Equal("stringy", texts[0]);
        Assert.True(texts.IndexOf("string") < texts.IndexOf("StringBuilder"));
        Assert.Equal(["Console", "ConsoleCancelEventArgs"], (await TextsAsync("Consol|")).Take(2));
        var all = await TextsAsync("|");
        Assert.Equal("stringy", all[0]);
        Assert.True(all.IndexOf("Console") < all.IndexOf("foreach"));
    }

    [Fact]
    public async Task The_same_case_comes_before_other_case_and_humps_last()
    {
        await RunAsync("int sb = 0; int sB = 0; int SuperBig = 0; int sbx = 0;");
        Assert.Equal(["sb", "sbx", "sbyte", "sB", "SuperBig"], (await TextsAsync("sb|")).Where(t => !t.StartsWith("SB", StringComparison.Ordinal)).Take(5));
    }
}
