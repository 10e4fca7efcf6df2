using System.Collections.Immutable;
using System.IO.Compression;

namespace Limpid.Data.Pictures;

/// <summary>Pictures by name, in a folder or a zip file.</summary>
internal sealed class PictureStore
{
    private const long LargestPicture = 1L << 28;

    private readonly string _place;
    private readonly bool _isZip;

    public PictureStore(string place)
    {
        _place = place;
        _isZip = File.Exists(place) && place.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        if (!_isZip && !Directory.Exists(place))
            throw new DataFormatException("picture folder", $"'{place}' is neither a folder nor a zip file");
        // macOS adds a twin of each file whose name begins with a dot.
        Names = Entries().Where(entry => PictureFile.IsNamedSo(entry) && !Path.GetFileName(entry).StartsWith('.'))
            .GroupBy(entry => Path.GetFileNameWithoutExtension(entry), StringComparer.Ordinal).ToImmutableSortedDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    /// <summary>From the name without ending to the file.</summary>
    public ImmutableSortedDictionary<string, string> Names { get; }

    public Picture Read(string name)
    {
        if (!_isZip)
            return PictureFile.Read(Names[name]);
        using ZipArchive zip = Open();
        ZipArchiveEntry entry = zip.GetEntry(Names[name])!;
        if (entry.Length > LargestPicture)
            throw new DataFormatException("zip", $"'{entry.FullName}' is {entry.Length} bytes long, expected at most {LargestPicture}");
        using Stream stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return PictureFile.Read(content.ToArray(), entry.FullName);
    }

    private IEnumerable<string> Entries()
    {
        if (!_isZip)
            return Directory.GetFiles(_place, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        using ZipArchive zip = Open();
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    private ZipArchive Open()
    {
        try
        {
            return ZipFile.OpenRead(_place);
        }
        catch (InvalidDataException e)
        {
            throw new DataFormatException("zip", $"'{_place}' can't be read: {e.Message}");
        }
    }
}
