namespace Limpid.Data.Pictures;

/// <summary>Reads picture files of any kind that is known: PNG, PGM, PPM, and JPEG where the system has <c>djpeg</c>.</summary>
public static class PictureFile
{
    private static readonly string[] Endings = [".png", ".pgm", ".ppm", ".jpg", ".jpeg"];

    /// <summary>Whether a file's name ends as a picture's does.</summary>
    /// <param name="path">The name.</param>
    public static bool IsNamedSo(string path) => Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a file; its first bytes tell its kind.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">It is damaged or of no kind that is read; a JPEG where <c>djpeg</c> is missing.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static Picture Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Read(File.ReadAllBytes(path), path);
    }

    /// <summary>Reads a file's content.</summary>
    /// <param name="content">The content; left as it is.</param>
    /// <param name="name">The file's name for messages.</param>
    /// <exception cref="DataFormatException">It is damaged or of no kind that is read; a JPEG where <c>djpeg</c> is missing.</exception>
    public static Picture Read(byte[] content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.AsSpan().StartsWith(PngReader.Signature))
            return PngReader.Read(content);
        return content switch
        {
            [(byte)'P', (byte)'5' or (byte)'6', ..] => PnmReader.Read(content),
            [0xFF, 0xD8, 0xFF, ..] => Jpeg(content, name),
            _ => throw new DataFormatException("picture", $"'{name}' begins with {Convert.ToHexString(content.AsSpan(0, Math.Min(4, content.Length)))}, expected PNG, JPEG, PGM or PPM"),
        };
    }

    // The base library has no decoder for JPEG, and no library at hand is both permissive and kept up.
    private static Picture Jpeg(byte[] content, string name)
    {
        string folder = Directory.CreateTempSubdirectory("limpid-jpeg-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "in.jpg"), content);
            Tool.RunAsync("djpeg", ["-pnm", "-outfile", "out.pnm", "in.jpg"], folder, CancellationToken.None).GetAwaiter().GetResult();
            return PnmReader.Read(File.ReadAllBytes(Path.Combine(folder, "out.pnm")));
        }
        catch (IOException e)
        {
            throw new DataFormatException("picture", $"'{name}' is a JPEG and can't be decoded: {e.Message} (djpeg is in Debian's libjpeg-turbo-progs; or save it as PNG)");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
