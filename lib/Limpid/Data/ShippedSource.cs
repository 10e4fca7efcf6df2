namespace Limpid.Data;

/// <summary>A file that comes with the library, beside the manifest.</summary>
/// <param name="Path">Path relative to the manifest's folder.</param>
public sealed record ShippedSource(string Path) : DataSource
{
    /// <inheritdoc/>
    public override string Description => "the files shipped with Limpid";

    internal override DataState LocalState => DataState.Shipped;

    internal override IEnumerable<string> LocalPaths(DataSet set, DataFile file, DataLocations locations) =>
        [System.IO.Path.Combine(locations.Shipped, Fill(Path, file))];
}
