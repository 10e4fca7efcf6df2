using Limpid.Data;
using Xunit;

namespace Limpid.Tests.Data;

public sealed class DataCatalogTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_shipped_manifest_has_the_sets_and_their_shipped_files()
    {
        Assert.Equal(["mnist", "fashion-mnist", "usps", "digits", "myoblasts", "embryo", "lung", "thymus", "splice-junctions", "jaspar", "human-chr22", "drosophila-genes", "photographs", "nanodet", "breast-cancer", "wine", "spambase", "diabetes", "spam-assassin", "enron1"], DataCatalog.Default.Sets.Select(set => set.Name));
        Assert.Equal(54_950_048, DataCatalog.Default["mnist"].Size);
        Assert.All(DataCatalog.Default.Sets, set => Assert.All([set.Description, set.Licence, set.Citation], text => Assert.NotEmpty(text)));
        Assert.All(DataCatalog.Default.Sets, set => Assert.IsType<FolderSource>(set.Sources[0]));
        Assert.Equal(57_512, new FileInfo(Path.Combine(DataCatalog.Default.Folder, "digits.csv.gz")).Length);
    }

    [Theory]
    [InlineData("{", "can't be read")]
    [InlineData("null", "holds null")]
    [InlineData("""{"sets":[{"name":"a"}]}""", "can't be read")]
    [InlineData("""{"sets":[{"name":"a","description":"","licence":"","citation":"","files":[],"sources":[{"kind":"folder"}]}]}""", "at least one file")]
    [InlineData("""{"sets":[{"name":"../a","description":"","licence":"","citation":"","files":[],"sources":[{"kind":"folder"}]}]}""", "'../a' is no plain name")]
    [InlineData("""{"sets":[{"name":"a","description":"","licence":"","citation":"","files":[{"name":"..","size":1,"sha256":""}],"sources":[]}]}""", "'..' is no plain name")]
    [InlineData("""{"sets":[{"name":"a","description":"","licence":"","citation":"","files":[{"name":"f","size":1,"sha256":"12"}],"sources":[{"kind":"folder"}]}]}""", "SHA-256 of 64")]
    [InlineData("""{"sets":[{"name":"a","description":"","licence":"","citation":"","files":[],"sources":[{"kind":"ftp"}]}]}""", "can't be read")]
    [InlineData("""{"sets":[{"name":"a","description":"","licence":"","citation":"","files":[{"name":"f","size":1,"sha256":"0123456789012345678901234567890123456789012345678901234567890123"}],"sources":[{"kind":"npm","package":"p","version":"1","size":2,"sha256":""}]}]}""", "needs the tarball as the one file")]
    public void A_damaged_manifest_is_refused(string json, string expected)
    {
        File.WriteAllText(_folder.File("m.json"), json);
        var error = Assert.Throws<DataManifestException>(() => DataCatalog.Load(_folder.File("m.json")));
        Assert.Contains(expected, error.Message);
        Assert.Contains("m.json", error.Message);
    }

    [Fact]
    public void A_missing_manifest_is_named() =>
        Assert.Contains(_folder.File("none.json"), Assert.Throws<DataManifestException>(() => DataCatalog.Load(_folder.File("none.json"))).Message);
}
