namespace Limpid.Notebooks.Packages;

/// <summary>Packages could not be restored; the message ends a sentence.</summary>
internal sealed class PackageException(string message) : Exception(message);
