using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Sessions;

public class ErrorTests : SessionTest
{
    [Fact]
    public async Task A_compilation_error_says_cell_line_and_shows_the_place()
    {
        await RunAsync("1");
        var error = (await FailAsync("var a = 1;\nvar b = aa;")).Error;
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal("cell 2, line 2", error.Location);
        Assert.Equal(["    var b = aa;", "            ^"], error.Trace.Skip(1).Take(2));
    }

    [Fact]
    public async Task An_exception_says_where_it_was_thrown()
    {
        await RunAsync("\nint F(int a)\n{\n    return 10 / a;\n}");
        var error = (await FailAsync("var a = 0;\nF(a)")).Error;
        Assert.Equal(("DivideByZeroException", "cell 1, line 4"), (error.Name, error.Location));
        Assert.Equal(["   at F in cell 1, line 4", "   at cell 2, line 2"], error.Trace.Skip(1));
        Assert.StartsWith("cell 1, line 4: DivideByZeroException: ", error.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_after_an_await_says_where()
    {
        var error = (await FailAsync("await Task.Delay(1);\n\nthrow new FormatException(\"bad\");")).Error;
        Assert.Equal(("FormatException", "cell 1, line 3", "bad"), (error.Name, error.Location, error.Message));
    }

    [Fact]
    public async Task Inner_exceptions_are_told()
    {
        var error = (await FailAsync("Task.Run(() => { throw new FormatException(\"deep\"); }).Wait();")).Error;
        Assert.Contains(" because of FormatException: deep", error.Trace);
    }

    [Fact]
    public async Task An_exception_inside_a_lambda_of_another_thread_names_the_cell()
    {
        var error = (await FailAsync("var t = Task.Run(() => int.Parse(\"x\"));\nawait t;")).Error;
        Assert.Equal(("FormatException", "cell 1, line 1"), (error.Name, error.Location));
    }

    [Fact]
    public async Task An_exception_in_formatting_fails_the_cell_only()
    {
        await RunAsync("""
            class Bad { public override string ToString() => throw new InvalidOperationException("no text"); }
            Microsoft.DotNet.Interactive.Formatting.Formatter.Register(typeof(Bad), (o, w) => w.Write(o.ToString()), "text/html");
            """);
        Assert.Contains("no text", (await FailAsync("new Bad()")).Error.Summary, StringComparison.Ordinal);
        await RunAsync("1");
    }

    [Fact]
    public async Task A_message_of_several_lines_becomes_one() =>
        Assert.Equal("one two", (await FailAsync("throw new Exception(\"one\\ntwo\");")).Error.Message);

    [Fact]
    public async Task An_error_in_a_loaded_file_names_the_file()
    {
        Folder.Write("lib/broken.csx", "int ok = 1;\nint bad = nothing;");
        Assert.Equal(Path.Combine("lib", "broken.csx") + ", line 2", (await FailAsync("#load \"lib/broken.csx\"")).Error.Location);
    }

    [Theory]
    [InlineData("1;\nusing var s = new System.IO.StringReader(\"a\");", "between { and }, or write using (var x = …)")]
    [InlineData("1;\nextension(int n) { public int Twice => 2 * n; }", "write the method alone: static int Twice(this int n)")]
    [InlineData("1;\nstatic class E { public static int Twice(this int n) => 2 * n; }", "write the method alone: static int Twice(this int n)")]
    [InlineData("1;\nnamespace A { }", "a cell has no namespaces")]
    [InlineData("1;\nSpan<int> s = stackalloc int[3];", "can't be a span; put the lines")]
    [InlineData("var all = new int[1];\nref int first = ref all[0];", "'ref' variables can't stand")]
    [InlineData("record P(int X); var p = new P(1);\np with { X = 2 }", "put it in brackets: (p with")]
    public async Task What_only_a_program_may_contain_comes_with_advice(string code, string advice)
    {
        var error = (await FailAsync(code)).Error;
        Assert.Equal("cell 1, line 2", error.Location);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, string.Join('\n', error.Trace), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var x = 1", "; expected [CS1002]")]
    [InlineData("Console.WriteLine(1)\nvar y = 2;", "; expected [CS1002]")]
    [InlineData("Console.Writeline(1)", "'Console' does not contain a definition for 'Writeline' [CS0117]")]
    public async Task Common_slips_keep_the_compilers_words(string code, string message)
    {
        var error = (await FailAsync(code)).Error;
        Assert.Equal(("cell 1, line 1", message), (error.Location, error.Message));
    }

    [Fact]
    public async Task A_warning_that_matters_reaches_stderr() =>
        Assert.Contains("cell 1, line 2: warning:", (await RunAsync("async Task F() => await Task.Yield();\nasync Task G() { F(); await Task.Yield(); }")).Stderr,
            StringComparison.Ordinal);
}
