using Limpid.Notebooks.Language;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Language;

public class MemberCompletionTests : LanguageTest
{
    [Theory]
    [InlineData("Console.WriteL|", "Console.WriteLine")]
    [InlineData("console.|\n", null)]
    [InlineData("Math.PI.ToStr|", "Math.PI.ToString")]
    [InlineData("\"abc\".Sub|", "\"abc\".Substring")]
    [InlineData("var s = \"abc\"; s.ToUpp|", "var s = \"abc\"; s.ToUpper")]
    [InlineData("var n = 5;\nn.CompareT|\nvar m = 6;", "var n = 5;\nn.CompareTo\nvar m = 6;")]
    [InlineData("var n = 5;\nn.|\nvar m = 6;", "var n = 5;\nn.CompareTo\nvar m = 6;")]
    [InlineData("string s = null;\ns?.Len|", "string s = null;\ns?.Length")]
    [InlineData("string s = null;\ns?.Trim().Len|", "string s = null;\ns?.Trim().Length")]
    [InlineData("DateTime? d = null; d?.DayOfW|", "DateTime? d = null; d?.DayOfWeek")]
    [InlineData("new List<int> { 1 }.Sele|", "new List<int> { 1 }.Select")]
    [InlineData("new[] { 1, 2 }.Where(x => x.CompareT|", "new[] { 1, 2 }.Where(x => x.CompareTo")]
    [InlineData("new[] { \"a\" }.Select(x => new { x.Len| })", "new[] { \"a\" }.Select(x => new { x.Length })")]
    [InlineData("new[] { \"a\" }.Select(x => { var y = x.Trim(); return y.Len| })", "new[] { \"a\" }.Select(x => { var y = x.Trim(); return y.Length })")]
    [InlineData("(await Task.FromResult(\"a\")).Len|", "(await Task.FromResult(\"a\")).Length")]
    [InlineData("await Task.Del|", "await Task.Delay")]
    [InlineData("var t = await Task.FromRes|(5);", "var t = await Task.FromResult(5);")]
    [InlineData("Enumerable.Rang|", "Enumerable.Range")]
    [InlineData("System.IO.Pat|", "System.IO.Path")]
    [InlineData("System.Threading.Tas|", "System.Threading.Tasks")]
    [InlineData("global::System.Tex|", "global::System.Text")]
    [InlineData("DayOfWeek.Mon|", "DayOfWeek.Monday")]
    [InlineData("$\"{DateTime.Now.Yea|}\"", "$\"{DateTime.Now.Year}\"")]
    [InlineData("from x in new[] { \"a\" } select x.Len|", "from x in new[] { \"a\" } select x.Length")]
    [InlineData("foreach (var x in new[] { \"a\" }) Console.WriteLine(x.Len|", "foreach (var x in new[] { \"a\" }) Console.WriteLine(x.Length")]
    [InlineData("class A { public int Size; int F() => this.Siz| }", "class A { public int Size; int F() => this.Size }")]
    [InlineData("class A { protected int Size; }\nclass B : A { int F() => base.Siz| }", "class A { protected int Size; }\nclass B : A { int F() => base.Size }")]
    public async Task Members(string cell, string? after)
    {
        if (after is null) Assert.Empty(await TextsAsync(cell));
        else Assert.Equal(after, await TakeFirstAsync(cell));
    }

    [Fact]
    public async Task Members_of_a_variable_of_an_earlier_cell()
    {
        await RunAsync("var words = new Dictionary<string, int>();");
        var texts = await TextsAsync("words.|");
        Assert.Contains("TryGetValue", texts);
        Assert.Contains("Where", texts);
        Assert.DoesNotContain("FromKeys", texts);
    }

    [Fact]
    public async Task A_value_has_no_static_members_and_a_type_no_others()
    {
        Assert.DoesNotContain("IsNullOrEmpty", await TextsAsync("\"a\".|"));
        var ofType = await TextsAsync("string.|");
        Assert.Contains("IsNullOrEmpty", ofType);
        Assert.DoesNotContain("Substring", ofType);
    }

    [Fact]
    public async Task Own_members_come_before_extensions_and_those_before_what_every_object_has()
    {
        var texts = await TextsAsync("new List<int>().|");
        Assert.Equal("Add", texts[0]);
        Assert.True(texts.IndexOf("TrimExcess") < texts.IndexOf("Select"));
        Assert.True(texts.IndexOf("Zip") < texts.IndexOf("GetHashCode"));
    }

    [Fact]
    public async Task A_method_of_a_cell_with_this_is_an_extension()
    {
        await RunAsync("static int Twice(this int x) => 2 * x;");
        Assert.Equal("5.Twice", await TakeFirstAsync("5.Twi|"));
    }

    [Fact]
    public async Task Private_members_stay_hidden()
    {
        await RunAsync("class Safe { private int secret; public int Open; }");
        Assert.Equal(["Open"], (await TextsAsync("new Safe().|")).Take(1));
        Assert.DoesNotContain("secret", await TextsAsync("new Safe().|"));
    }

    [Fact]
    public async Task Overloads_are_one_completion_with_their_number()
    {
        var item = Assert.Single((await CompleteAsync("string.Joi|")).Items);
        Assert.Equal(CompletionKind.Method, item.Kind);
        Assert.Matches(@"^string Join(<T>)?\(.*\) \(\+ \d+ more\)$", item.Signature);
    }

    [Fact]
    public async Task After_an_error_elsewhere()
    {
        Assert.Equal("var a = nothing +;\nvar s = \"\";\ns.Length", await TakeFirstAsync("var a = nothing +;\nvar s = \"\";\ns.Len|"));
        await FailAsync("nothing");
        Assert.Contains("Length", await TextsAsync("\"\".|"));
    }

    [Fact]
    public async Task The_whole_word_is_replaced_and_nothing_before_an_untouched_one()
    {
        Assert.Equal("Console.WriteLine(1)", await TakeFirstAsync("Console.WriteL|xx(1)"));
        var found = await CompleteAsync("Console.|Foo");
        Assert.Equal((8, 8), (found.Start, found.End));
        Assert.Contains(found.Items, item => item.Text == "WriteLine");
    }

    [Fact]
    public async Task Generic_calls()
    {
        await RunAsync("T Same<T>(T x) => x;");
        Assert.Equal("Same(\"a\").Length", await TakeFirstAsync("Same(\"a\").Len|"));
        Assert.Equal("Same<List<int>>(null).Count", await TakeFirstAsync("Same<List<int>>(null).Coun|"));
        Assert.Equal("new Dictionary<string, StringBuilder", await TakeFirstAsync("new Dictionary<string, StringBu|"));
    }
}
