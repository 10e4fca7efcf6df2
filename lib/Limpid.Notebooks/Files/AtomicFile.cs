namespace Limpid.Notebooks.Files;

/// <summary>Replaces a file in one step: whoever reads it finds the old content or the new, whatever happens to this process or the disk.</summary>
internal static class AtomicFile
{
    /// <summary>The file written before the rename; one name per target, so that a killed process leaves at most one behind.</summary>
    public static string TemporaryFor(string path) => Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.saving");

    /// <exception cref="IOException">The disk is full, or another process is saving the same file; the old content is intact.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written.</exception>
    public static void Write(string path, byte[] content)
    {
        path = Path.GetFullPath(path);
        // A rename would replace a link instead of what it points to.
        if (new FileInfo(path).LinkTarget is not null && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target) path = target.FullName;
        var temporary = TemporaryFor(path);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }
            if (!OperatingSystem.IsWindows() && File.Exists(path)) File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
            File.Move(temporary, path, overwrite: true);
        }
        catch (FileNotFoundException e)
        {
            // What some file systems say when a file is to be made in a folder that takes none.
            throw new IOException($"No file can be made in {Path.GetDirectoryName(path)}, where {Path.GetFileName(path)} is to be saved.", e);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    private static void TryDelete(string path)
    {
        try { File.Delete(path); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }
}
