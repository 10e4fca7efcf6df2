namespace Limpid;

/// <summary>Files that are whole at every moment.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the target, flushes to the disk, renames. Makes the folder where needed.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string partial = $"{path}.{Environment.ProcessId}.partial";
        using (FileStream file = File.Create(partial))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        File.Move(partial, path, overwrite: true);
    }
}
