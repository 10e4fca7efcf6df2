namespace Limpid.Data;

/// <summary>The user's own copies in the folder named by <c>LIMPID_DATA</c>: <c>SET/FILE</c> or <c>FILE</c>, plain or with <c>.gz</c> or <c>.bz2</c>.</summary>
public sealed record FolderSource : DataSource
{
    /// <inheritdoc/>
    public override string Description => "the folder LIMPID_DATA";

    internal override IEnumerable<string> LocalPaths(DataSet set, DataFile file, DataLocations locations) => locations.User is not { } folder
        ? []
        : from place in (string[])[Path.Combine(folder, set.Name), folder]
          from name in (string[])[file.Name, file.Name + ".gz", file.Name + ".bz2"]
          select Path.Combine(place, name);
}
