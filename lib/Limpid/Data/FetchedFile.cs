using System.Security.Cryptography;
using System.Text;

namespace Limpid.Data;

/// <summary>A file of an address for which no checksum is known: fetched once, then taken from the cache.</summary>
internal static class FetchedFile
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(30), DefaultRequestHeaders = { { "User-Agent", "limpid" } } };

    /// <summary>Where such files are kept.</summary>
    public static string Folder => Path.Combine(CacheFolder.Path, "fetched");

    /// <summary>The path itself, or where the file of an address lies now.</summary>
    /// <param name="place">A path or an address.</param>
    /// <param name="folder">Where fetched files are kept.</param>
    /// <exception cref="DataSetUnavailableException">The address doesn't give it.</exception>
    /// <exception cref="DataCacheException">The cache folder can't be written.</exception>
    public static string PathOf(string place, string folder)
    {
        if (!Uri.TryCreate(place, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
            return place;
        // The address is part of the name, so that two files of one name don't meet; nothing else of it becomes a path.
        string name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place)))[..12] + Path.GetExtension(address.AbsolutePath);
        string path = Path.Combine(folder, name), partial = Path.Combine(folder, FetchJob.Partial(name));
        if (File.Exists(path))
            return path;
        try
        {
            Directory.CreateDirectory(folder);
            using Stream content = Open(address);
            using (FileStream target = File.Create(partial))
                content.CopyTo(target);
            File.Move(partial, path, overwrite: true);
            return path;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new DataCacheException(folder, e);
        }
        catch (IOException e)
        {
            throw new DataSetUnavailableException(place, [new DataAttempt(place, e.Message)]);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static Stream Open(Uri address)
    {
        Console.WriteLine($"Fetching {address} ...");
        try
        {
            HttpResponseMessage response = Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead).GetAwaiter().GetResult();
            response.EnsureSuccessStatusCode();
            return response.Content.ReadAsStream();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            throw new DataSetUnavailableException(address.ToString(), [new DataAttempt(address.ToString(), e.Message)]);
        }
    }
}
