using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Sessions;

public class ChainTests : SessionTest
{
    [Fact]
    public async Task A_cell_sees_what_the_ones_before_declared()
    {
        await RunAsync("var x = 20; int Twice(int v) => 2 * v; record Point(int A, int B);");
        Assert.Equal("42", await ValueAsync("Twice(x) + new Point(1, 1).A + new Point(1, 1).B"));
    }

    [Fact]
    public async Task Declaring_again_replaces()
    {
        await RunAsync("var x = 1;");
        await RunAsync("var x = \"text\";");
        Assert.Equal("4", await ValueAsync("x.Length"));
    }

    [Fact]
    public async Task A_cell_that_throws_keeps_what_it_had_set()
    {
        await FailAsync("var before = 7;\nif (before > 0) throw new InvalidOperationException(\"on purpose\");\nvar after = 9;\nint F() => 5;");
        Assert.Equal("7 0 5", await ValueAsync("before} {after} {F()"));
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_leaves_nothing()
    {
        await RunAsync("var x = 1;");
        await FailAsync("x = 2; var y = 3; nonsense");
        Assert.Equal("1", await ValueAsync("x"));
        Assert.Contains("'y'", (await FailAsync("y")).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_cell_that_does_not_compile_leaves_a_session_that_works()
    {
        await FailAsync("int x = ;");
        Assert.Equal("3", await ValueAsync("1 + 2"));
    }

    [Fact]
    public async Task The_genuine_imports_are_there_and_no_others()
    {
        await RunAsync("new StringBuilder().Append(new List<int> { 1 }.Sum()).Append(new ArrayList().Count).ToString()");
        await FailAsync("File.Exists(\"x\")");
        await RunAsync("using System.IO;");
        await RunAsync("File.Exists(\"x\")");
    }

    [Theory]
    [InlineData("await Task.Delay(1); var a = 1;")]
    [InlineData("async IAsyncEnumerable<int> S() { yield return 1; await Task.Yield(); }\nawait foreach (var i in S()) Console.Write(i);")]
    [InlineData("unsafe { int v = 1; int* p = &v; Console.Write(*p); }")]
    [InlineData("static int Half(this int v) => v / 2;\nConsole.Write(4.Half());")]
    [InlineData("class C { public int P { get => field; set => field = value + 1; } }\nConsole.Write(new C { P = 1 }.P);")]
    [InlineData("int[] a = [1, 2, .. new[] { 3 }]; Console.Write(a.Length);")]
    [InlineData("dynamic d = 5; Console.Write(d + 1);")]
    [InlineData("(int[] A, int B)? t = null; t?.A[0] = 1;")]
    public async Task The_dialect_has(string code) => await RunAsync(code);

    [Fact]
    public async Task The_language_is_C_sharp_14() =>
        Assert.Contains("Language version: 14", string.Join('\n', (await FailAsync("#error version")).Error.Trace), StringComparison.Ordinal);

    [Fact]
    public async Task Blocking_on_a_task_does_not_deadlock() =>
        await RunAsync("async Task<int> F() { await Task.Delay(5); return 1; }\nvar v = F().Result; System.Threading.SynchronizationContext.Current is null");

    [Fact]
    public async Task Cells_start_on_one_thread()
    {
        var first = await ValueAsync("System.Environment.CurrentManagedThreadId");
        await RunAsync("await Task.Delay(5);");
        Assert.Equal(first, await ValueAsync("System.Environment.CurrentManagedThreadId"));
    }

    [Fact]
    public async Task Cells_are_numbered()
    {
        Assert.Equal(1, (await TryAsync("1")).Result.Count);
        Assert.Equal(2, (await TryAsync("nonsense nonsense")).Result.Count);
        Assert.Equal(3, (await TryAsync("1")).Result.Count);
    }
}
