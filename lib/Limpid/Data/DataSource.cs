using System.Text.Json.Serialization;

namespace Limpid.Data;

/// <summary>A place where the files of a data set may come from. In paths <c>{file}</c> stands for a file's name; an ending <c>.gz</c> is undone.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(FolderSource), "folder")]
[JsonDerivedType(typeof(ShippedSource), "shipped")]
[JsonDerivedType(typeof(NpmSource), "npm")]
[JsonDerivedType(typeof(DebianSource), "debian")]
[JsonDerivedType(typeof(UrlSource), "url")]
public abstract record DataSource
{
    /// <summary>The source in words, for messages.</summary>
    public abstract string Description { get; }

    /// <summary>Places on this machine where the file may lie, to be read in place.</summary>
    internal virtual IEnumerable<string> LocalPaths(DataSet set, DataFile file, DataLocations locations) => [];

    /// <summary>What <see cref="DataState"/> a set found at <see cref="LocalPaths"/> has.</summary>
    internal virtual DataState LocalState => DataState.Local;

    /// <summary>Brings the files of the job into the cache, or throws; null if this source is only looked up locally.</summary>
    internal virtual Func<FetchJob, CancellationToken, Task>? Fetch => null;

    private protected static string Fill(string template, DataFile file) => template.Replace("{file}", file.Name, StringComparison.Ordinal);
}
