namespace Limpid.Data;

/// <summary>What is at hand of a data set, without a transfer.</summary>
public enum DataState
{
    /// <summary>Not all files are at hand.</summary>
    Missing,

    /// <summary>All files come with the library.</summary>
    Shipped,

    /// <summary>All files are in the cache folder, or some there and the others with the library or in the folder named by <c>LIMPID_DATA</c>.</summary>
    Cached,

    /// <summary>All files are in the folder named by <c>LIMPID_DATA</c>.</summary>
    Local,
}
