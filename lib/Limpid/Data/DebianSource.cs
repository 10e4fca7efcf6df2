namespace Limpid.Data;

/// <summary>Files of a Debian package: read in place where it is installed, else downloaded with apt-get and unpacked with dpkg, neither as root.</summary>
/// <param name="Package">Package name.</param>
/// <param name="Path">Path inside the package with <c>{file}</c>; an ending <c>.gz</c> is undone.</param>
public sealed record DebianSource(string Package, string Path) : DataSource
{
    /// <inheritdoc/>
    public override string Description => $"the Debian package {Package}";

    internal override Func<FetchJob, CancellationToken, Task>? Fetch => FetchAsync;

    internal override IEnumerable<string> LocalPaths(DataSet set, DataFile file, DataLocations locations) =>
        OperatingSystem.IsLinux() ? ["/" + Fill(Path, file)] : [];

    private async Task FetchAsync(FetchJob job, CancellationToken cancel)
    {
        string folder = System.IO.Path.Combine(job.Folder, FetchJob.Partial("debian"));
        Directory.CreateDirectory(folder);
        try
        {
            job.Report(0, null);
            await Tool.RunAsync("apt-get", ["download", Package], folder, cancel).ConfigureAwait(false);
            string package = Directory.GetFiles(folder, "*.deb").Single();
            await Tool.RunAsync("dpkg", ["-x", package, "files"], folder, cancel).ConfigureAwait(false);
            foreach (DataFile file in job.Files)
            {
                string path = System.IO.Path.Combine(folder, "files", Fill(Path, file));
                await using Stream content = Compressed.Undo(File.OpenRead(path), path);
                await job.StoreAsync(file, content, cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
