using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Language;

public class InspectTests : LanguageTest
{
    [Theory]
    [InlineData("string.Jo|in(\", \", new[] { \"a\" })")]
    [InlineData("string.Join(|\", \", new[] { \"a\" })")]
    [InlineData("string.Join(\", \", |new[] { \"a\" })")]
    [InlineData("string.Join(\", \", new[] { \"a\" }|)")]
    public async Task A_method_of_the_framework_with_its_documentation(string cell)
    {
        var text = (await InspectAsync(cell))!.Plain;
        Assert.StartsWith("static string string.Join(string separator, params string[] value)", text.Replace("?", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Matches(@"\n\+ \d+ overloads\n", text);
        Assert.Contains("Concatenates all the elements of a string array, using the specified separator between each element.", text, StringComparison.Ordinal);
        Assert.Contains("\n  separator: The string to use as a separator. separator is included", text, StringComparison.Ordinal);
        Assert.Contains("Exceptions:\n  ArgumentNullException: value is null.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_arguments_are_written()
    {
        var text = (await InspectAsync("var s = string.Join(\", \", |"))!.Plain;
        Assert.StartsWith("static string string.Join", text, StringComparison.Ordinal);
        Assert.Contains("Parameters:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_has_the_signature_as_code()
    {
        var text = (await InspectAsync("Math.Ma|x(1, 2)"))!.Markdown;
        Assert.StartsWith("```csharp\nstatic int Math.Max(int val1, int val2)\n```\n\n\\+ ".Replace("\\", "", StringComparison.Ordinal), text, StringComparison.Ordinal);
        Assert.Contains("**Returns**\n\nParameter `val1` or `val2`, whichever is larger.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_detail_lists_the_overloads()
    {
        Assert.DoesNotContain("double val1", (await InspectAsync("Math.Ma|x(1, 2)"))!.Plain, StringComparison.Ordinal);
        Assert.Contains("static double Math.Max(double val1, double val2)", (await InspectAsync("Math.Ma|x(1, 2)", detail: 1))!.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_says_its_type_and_what_that_is()
    {
        await RunAsync("var builder = new StringBuilder();");
        var text = (await InspectAsync("build|er"))!.Plain;
        Assert.StartsWith("StringBuilder builder\n\nRepresents a mutable string of characters.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var n| = 1;", "int n")]
    [InlineData("va|r n = 1;", "int\n\nRepresents a 32-bit signed integer.")]
    [InlineData("in|t n = 1;", "int\n")]
    [InlineData("new[] { \"a\" }.Select(x => x|.Length)", "string x")]
    [InlineData("new StringBu|ilder(5)", "StringBuilder.StringBuilder(int capacity)")]
    [InlineData("new StringBuilder(5|)", "StringBuilder.StringBuilder(int capacity)")]
    [InlineData("new List<int>().Sel|ect(x => x)", "(extension) IEnumerable<int> IEnumerable<int>.Select<int, int>(")]
    [InlineData("DayOfWeek.Mon|day", "DayOfWeek.Monday = 1")]
    [InlineData("System.IO.Pat|h", "static class Path")]
    [InlineData("\"a\".Len|gth", "int string.Length { get; }")]
    [InlineData("class Own { }\nOw|n o;", "class Own")]
    [InlineData("int F(int a) => a; F(a|: 1)", "int a")]
    [InlineData("void F(int number) { }\nF(|", "void F(int number)")]
    [InlineData("Func<int, string> f = null; f(|", "string Func<int, string>.Invoke(int arg)")]
    public async Task Signatures(string cell, string start) => Assert.StartsWith(start, (await InspectAsync(cell))!.Plain, StringComparison.Ordinal);

    [Theory]
    [InlineData("|")]
    [InlineData("// Cons|ole")]
    [InlineData("nothin|g")]
    [InlineData("#!html\n<p>Cons|ole")]
    [InlineData("1 |+ 1")]
    [InlineData("fore|ach (var x in new[] { 1 }) { }")]
    public async Task Nothing_to_say(string cell) => Assert.Null(await InspectAsync(cell));

    [Fact]
    public async Task What_a_cell_documents_itself()
    {
        await RunAsync("""
            /// <summary>Doubles: 2 * x_i * y_i for <c>x</c>.</summary>
            /// <param name="x">The <see cref="int"/>.</param>
            /// <returns>Twice <paramref name="x"/>.</returns>
            int Twice(int x) => 2 * x;
            """);
        var found = (await InspectAsync("Twi|ce(1)"))!;
        Assert.Equal("int Twice(int x)\n\nDoubles: 2 * x_i * y_i for x.\n\nParameters:\n  x: The Int32.\n\nReturns:\nTwice x.\n", found.Plain);
        Assert.Contains(@"Doubles: 2 \* x\_i \* y\_i for `x`.", found.Markdown, StringComparison.Ordinal);
        Assert.Contains("The Int32.", (await InspectAsync("Twice(x|: 1)"))!.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_of_the_library()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "Limpid.dll");
        var found = (await InspectAsync($"#r \"{library}\"\nLimpid.Graphs.Graph.FromMat|rix(null)", detail: 1))!;
        Assert.StartsWith("static Graph Graph.FromMatrix(double[,] weights, double tolerance = ", found.Plain, StringComparison.Ordinal);
        Assert.Contains("\n\nA graph from a dense weight matrix.\n", found.Plain, StringComparison.Ordinal);
        Assert.Contains("\n  tolerance: Largest |W_ij - W_ji| allowed, relative to", found.Plain, StringComparison.Ordinal);
        Assert.Contains(@"- `tolerance`: Largest \|W\_ij - W\_ji\| allowed", found.Markdown, StringComparison.Ordinal);
        Assert.Contains("**Example**\n\n```csharp\nGraph.FromMatrix(new double[,]", found.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documentation_taken_over_from_another_member_is_completed()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "Limpid.dll");
        var text = (await InspectAsync($"#r \"{library}\"\n#r \"{Path.Combine(AppContext.BaseDirectory, "TorchSharp.dll")}\"\n"
            + "TorchSharp.torch.Tensor t = null;\nLimpid.Figures.Figures.Scat|ter(t, t, null, \"a\", \"x\", \"y\")", detail: 1))!.Plain;
        Assert.Contains("\n\nPoints in the plane, each class in its own colour and marker.\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  maxPoints: With more points", text, StringComparison.Ordinal);
        Assert.Contains("\nRemarks:\npoints: one row for each point, of shape [points, 2].", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_in_documentation_keeps_its_lines()
    {
        await RunAsync("""
            /// <summary>Adds, as in:<code>
            /// Add(1,
            ///     2)
            /// </code>
            /// <list type="bullet"><item><term>one</term><description>first</description></item></list></summary>
            int Add(int a, int b) => a + b;
            """);
        Assert.Equal("int Add(int a, int b)\n\nAdds, as in:\n\nAdd(1,\n    2)\n\n  one: first\n", (await InspectAsync("Ad|d(1, 2)"))!.Plain);
    }

    [Fact]
    public async Task A_member_without_documentation_has_that_of_what_it_overrides()
    {
        await RunAsync("class Own : IDisposable { public override string ToString() => \"\"; public void Dispose() { } }");
        Assert.Contains("Returns a string that represents the current object.", (await InspectAsync("new Own().ToStr|ing()"))!.Plain, StringComparison.Ordinal);
        Assert.Contains("releasing, or resetting unmanaged resources", (await InspectAsync("new Own().Disp|ose()"))!.Plain, StringComparison.Ordinal);
    }
}
