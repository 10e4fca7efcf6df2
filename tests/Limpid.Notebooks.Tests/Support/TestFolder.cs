namespace Limpid.Notebooks.Tests.Support;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("limpid-test-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public string Write(string name, params TestCell[] cells)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], TestNotebook.Of(cells));
        return this[name];
    }

    /// <summary>Waits until a file that a cell writes is there.</summary>
    public static async Task AppearsAsync(string path)
    {
        for (var wait = System.Diagnostics.Stopwatch.StartNew(); !File.Exists(path); await Task.Delay(20))
            Assert.True(wait.Elapsed < TimeSpan.FromMinutes(2), $"{path} did not appear");
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
