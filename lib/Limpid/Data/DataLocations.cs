namespace Limpid.Data;

/// <summary>The folders of one store: the cache, the shipped files, the user's own.</summary>
internal sealed record DataLocations(string Cache, string Shipped, string? User);
