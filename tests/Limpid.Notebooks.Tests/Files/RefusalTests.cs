using System.Text;
using System.Text.Json.Nodes;
using Limpid.Notebooks.Tests.Support;

namespace Limpid.Notebooks.Tests.Files;

public class RefusalTests
{
    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{\"cells\": [", "not valid JSON")]
    [InlineData("{} {}", "not valid JSON")]
    [InlineData("[]", "no notebook")]
    [InlineData("{}", "no nbformat")]
    [InlineData("{\"nbformat\": 3, \"worksheets\": []}", "nbformat 3")]
    [InlineData("{\"nbformat\": 4}", "no list of cells")]
    [InlineData("{\"nbformat\": 4, \"cells\": [1]}", "cell 1 is no object")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"heading\"}]}", "unknown type 'heading'")]
    public void What_is_no_notebook_is_refused(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<NotebookFormatException>(() => NotebookFile.Parse(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"kernelspec\": {\"name\": \"python3\", \"language\": \"python\"}}", "kernel 'python3'")]
    [InlineData("{\"kernelspec\": {\"name\": \".net-fsharp\", \"language\": \"F#\"}}", "language is 'F#'")]
    [InlineData("{\"language_info\": {\"name\": \"R\"}}", "language is 'R'")]
    [InlineData("{}", "names no kernel")]
    public void Other_kernels_and_languages_are_refused(string metadata, string reason)
    {
        var file = NotebookFile.Parse(Encoding.UTF8.GetBytes($"{{\"nbformat\": 4, \"cells\": [], \"metadata\": {metadata}}}"));
        Assert.Contains(reason, Assert.Throws<NotebookFormatException>(file.RequireCSharp).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"kernelspec\": {\"name\": \".net-csharp\", \"language\": \"C#\"}, \"language_info\": {\"name\": \"polyglot-notebook\"}}")]
    [InlineData("{\"language_info\": {\"name\": \"C#\"}}")]
    public void C_sharp_is_taken(string metadata) =>
        NotebookFile.Parse(Encoding.UTF8.GetBytes($"{{\"nbformat\": 4, \"cells\": [], \"metadata\": {metadata}}}")).RequireCSharp();

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("/no/such.ipynb", Assert.Throws<FileNotFoundException>(() => NotebookFile.Load("/no/such.ipynb")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_that_takes_no_files_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");
        using var folder = new TestFolder();
        var file = NotebookFile.Load(folder.Write("a.ipynb", new TestCell("1")));
        Assert.Contains("No file can be made in /proc,", Assert.Throws<IOException>(() => file.Save("/proc/a.ipynb")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Saving_replaces_through_a_link_keeps_the_mode_and_leaves_no_other_file()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TestFolder();
        var path = folder.Write("a.ipynb", new TestCell("1"));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        File.CreateSymbolicLink(folder["link.ipynb"], path);
        var file = NotebookFile.Load(folder["link.ipynb"]);
        file.SetMetadata("k", JsonValue.Create(1));
        file.Save(folder["link.ipynb"]);
        Assert.Equal(1, (int?)NotebookFile.Load(path).Metadata["k"]);
        Assert.NotNull(new FileInfo(folder["link.ipynb"]).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead, File.GetUnixFileMode(path));
        Assert.Equal(2, Directory.GetFiles(folder.Root).Length);
    }
}
