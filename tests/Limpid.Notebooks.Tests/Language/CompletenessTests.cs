using Limpid.Notebooks.Language;

namespace Limpid.Notebooks.Tests.Language;

public class CompletenessTests
{
    [Theory]
    [InlineData("")]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("Console.WriteLine(1)")]
    [InlineData("for (var i = 0; i < 3; i++) { }")]
    [InlineData("await Task.Delay(1);")]
    [InlineData("using System.IO;")]
    [InlineData("#!time\n1 + 1")]
    [InlineData("#r \"a.dll\"\n1")]
    [InlineData("#!html\n<p>{")]
    [InlineData("int F() => 1;")]
    [InlineData("// a comment")]
    public void Complete(string code) => Assert.Equal(new Completeness(CompletenessStatus.Complete, ""), Session.IsComplete(code));

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) {", 4)]
    [InlineData("if (true)\n{\n    Console.WriteLine(", 8)]
    [InlineData("if (true)\n{\n    Console.WriteLine(1);", 4)]
    [InlineData("if (true)\n{\n    if (true)\n    {", 8)]
    [InlineData("var x = 1 +", 0)]
    [InlineData("class A\n{", 4)]
    [InlineData("/* a comment", 0)]
    [InlineData("new[] {", 4)]
    [InlineData("int F()", 0)]
    public void Incomplete(string code, int indent) =>
        Assert.Equal(new Completeness(CompletenessStatus.Incomplete, new string(' ', indent)), Session.IsComplete(code));

    [Theory]
    [InlineData("var x = ;")]
    [InlineData("1 + ) 2;")]
    [InlineData("}")]
    [InlineData("#!fsharp\nlet x = 1")]
    [InlineData("\"not closed")]
    public void Invalid(string code) => Assert.Equal(new Completeness(CompletenessStatus.Invalid, ""), Session.IsComplete(code));
}
