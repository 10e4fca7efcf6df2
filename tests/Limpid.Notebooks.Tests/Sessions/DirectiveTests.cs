using Limpid.Notebooks.Outputs;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Sessions;

public class DirectiveTests : SessionTest
{
    [Fact]
    public async Task Time_shows_the_wall_time() =>
        Assert.Matches("^Wall time: [0-9.]+ ms$", Assert.Single((await RunAsync("#!time\nvar x = 1;")).Items.OfType<DisplayOutput>()).Data["text/plain"]!);

    [Fact]
    public async Task Html_and_markdown_are_shown_as_they_are()
    {
        var shown = (await RunAsync("#!html\n<b>1 & 2</b>\n#!markdown\n# Title\n#!csharp\n1 + 1")).Items;
        Assert.Equal("<b>1 & 2</b>", ((DisplayOutput)shown[0]).Data["text/html"]);
        Assert.Equal("# Title", ((DisplayOutput)shown[1]).Data["text/markdown"]);
        Assert.IsType<ResultOutput>(shown[2]);
    }

    [Fact]
    public async Task Lines_keep_their_numbers_after_a_directive() =>
        Assert.Equal("cell 1, line 4", (await FailAsync("#!html\n<p>\n#!csharp\nnothing")).Error.Location);

    [Fact]
    public async Task An_unknown_directive_is_named() =>
        Assert.Contains("'#!fsharp' is not known", (await FailAsync("1\n#!fsharp\nlet x = 1")).Error.Summary, StringComparison.Ordinal);

    [Fact]
    public async Task Load_and_reference_are_relative_to_the_file_that_says_them()
    {
        var dll = typeof(FsCheck.Config).Assembly.Location;
        Directory.CreateDirectory(Folder["a/bin"]);
        foreach (var file in (string[])["FsCheck.dll", "FSharp.Core.dll"])
            File.Copy(Path.Combine(Path.GetDirectoryName(dll)!, file), Path.Combine(Folder["a/bin"], file));
        Folder.Write("a/setup.csx", "#r \"bin/FsCheck.dll\"\nglobal using FsCheck;\nint fromSetup = 5;");
        await RunAsync("#load \"a/setup.csx\"");
        Assert.Equal("5 Config", await ValueAsync("fromSetup} {typeof(Config).Name"));
    }

    [Fact]
    public async Task A_reference_is_relative_to_the_notebook_and_may_follow_code()
    {
        File.Copy(typeof(FsCheck.Config).Assembly.Location, Folder["FsCheck.dll"]);
        await RunAsync("using System.IO;\n#r \"FsCheck.dll\"\nusing FsCheck;");
    }

    [Fact]
    public async Task What_a_referenced_library_needs_is_found_beside_it()
    {
        var folder = Path.GetDirectoryName(typeof(FsCheck.Config).Assembly.Location)!;
        Folder.Write("x/empty.txt", "");
        foreach (var file in (string[])["FsCheck.dll", "FSharp.Core.dll"]) File.Copy(Path.Combine(folder, file), Folder["x/" + file]);
        await RunAsync("#r \"x/FsCheck.dll\"\nvar c = FsCheck.Config.Quick; c.MaxTest");
    }

    [Fact]
    public async Task A_missing_reference_is_named_with_its_full_path()
    {
        var error = (await FailAsync("\n#r \"gone/Nothing.dll\"")).Error;
        Assert.Equal("cell 1, line 2", error.Location);
        Assert.Contains(Folder[Path.Combine("gone", "Nothing.dll")], error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#r \"lib/publish/Limpid.dll\"")]
    [InlineData("#load \"setup.csx\"")]
    public async Task A_library_that_is_not_built_says_what_to_type(string code)
    {
        Folder.Write("setup.csx", "#r \"lib/publish/Limpid.dll\"");
        Assert.Contains("./limpid run", (await FailAsync(code)).Error.Message, StringComparison.Ordinal);
    }
}
