namespace Limpid.Data;

/// <summary>The cache folder can't be used.</summary>
/// <param name="folder">The folder.</param>
/// <param name="inner">What the system said.</param>
public sealed class DataCacheException(string folder, Exception inner)
    : DataSetException(
        $"The cache folder '{folder}' can't be written ({inner.Message.TrimEnd('.')}); set LIMPID_CACHE to a folder that can.", inner)
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;
}
