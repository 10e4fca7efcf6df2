using Limpid.Notebooks.Language;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Language;

public class LineCompletionTests : LanguageTest
{
    [Theory]
    [InlineData("#|", "#r #load #!time #!html #!markdown #!csharp #nullable #pragma #region #endregion #if #else #endif")]
    [InlineData("#l|", "#load")]
    [InlineData("var x = 1;\n#!|", "#!time #!html #!markdown #!csharp")]
    [InlineData("#!html\n<p>\n#!c|", "#!csharp")]
    [InlineData("#!html\n#r|", "")]
    public async Task Directives(string cell, string expected) => Assert.Equal(expected, string.Join(' ', await TextsAsync(cell)));

    [Theory]
    [InlineData("#r \"|", "lib/ Beside.dll nuget: ")]
    [InlineData("#r \"be|", "Beside.dll")]
    [InlineData("#r \"lib/|", "deep/ One.dll Two.dll")]
    [InlineData("#r \"lib/t|", "Two.dll")]
    [InlineData("#r \"lib/../lib/T|", "Two.dll")]
    [InlineData("#r \"nug|", "nuget: ")]
    [InlineData("#r \"gone/|", "")]
    [InlineData("1\n#load \"|", "lib/ setup.csx")]
    [InlineData("#load \"s|", "setup.csx")]
    public async Task Paths(string cell, string expected)
    {
        foreach (var file in (string[])["lib/One.dll", "lib/Two.dll", "lib/notes.txt", "lib/deep/x.txt", "Beside.dll", "setup.csx", ".hidden/x.dll"]) Folder.Write(file, "");
        Assert.Equal(expected, string.Join(' ', await TextsAsync(cell)));
    }

    [Fact]
    public async Task Only_the_last_part_of_a_path_is_replaced()
    {
        Folder.Write("lib/One.dll", "");
        Assert.Equal("#r \"lib/One.dll", await TakeFirstAsync("#r \"lib/O|"));
        Assert.Equal(CompletionKind.Path, (await CompleteAsync("#r \"lib/O|")).Items[0].Kind);
    }

    [Fact]
    public async Task An_absolute_path()
    {
        Folder.Write("lib/One.dll", "");
        Assert.Equal(["One.dll"], await TextsAsync($"#r \"{Folder.Root}/lib/|"));
    }
}
