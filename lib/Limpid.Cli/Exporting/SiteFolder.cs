using System.Text;

namespace Limpid.Cli.Exporting;

/// <summary>A site in the making: written beside the old one, which it replaces in the end or not at all.</summary>
internal sealed class SiteFolder : IDisposable
{
    private readonly string _target, _beside;

    private SiteFolder(string target, string beside) => (_target, _beside) = (target, beside);

    /// <summary>Bytes written.</summary>
    public long Size { get; private set; }

    /// <summary>Begins a site.</summary>
    /// <param name="target">Where it shall stand.</param>
    /// <exception cref="UserErrorException">Something else stands there.</exception>
    public static SiteFolder Begin(string target)
    {
        target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (File.Exists(target))
            throw new UserErrorException($"{target} is a file; a site needs a folder.");
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && !IsSite(target))
            throw new UserErrorException($"{target} holds other things than a site of Limpid; name a new or empty folder.");
        string beside = $"{target}.{Environment.ProcessId}.new";
        Clear(beside);
        Directory.CreateDirectory(beside);
        return new SiteFolder(target, beside);
    }

    /// <summary>Writes a text file.</summary>
    /// <param name="path">Its path below the site, with slashes.</param>
    /// <param name="text">Its content.</param>
    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its path below the site, with slashes.</param>
    /// <param name="bytes">Its content.</param>
    public void Write(string path, byte[] bytes)
    {
        string file = Path.Combine(_beside, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        Size += bytes.Length;
    }

    /// <summary>Puts the new site in the place of the old one.</summary>
    public void Commit()
    {
        string old = $"{_target}.{Environment.ProcessId}.old";
        Clear(old);
        if (Directory.Exists(_target))
            Directory.Move(_target, old);
        try
        {
            Directory.Move(_beside, _target);
        }
        catch (IOException) when (Directory.Exists(old))
        {
            Directory.Move(old, _target);
            throw;
        }
        Clear(old);
    }

    /// <summary>Removes what was not put in place.</summary>
    public void Dispose() => Clear(_beside);

    private static bool IsSite(string folder)
    {
        string index = Path.Combine(folder, "index.html");
        return File.Exists(index) && File.ReadAllText(index).Contains(PageShell.Generator, StringComparison.Ordinal);
    }

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
