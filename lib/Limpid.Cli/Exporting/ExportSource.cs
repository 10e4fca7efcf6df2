namespace Limpid.Cli.Exporting;

/// <summary>Which executed copy of a notebook a page shows first.</summary>
internal enum ExportSource
{
    /// <summary>The one that is stored in the repository; for a notebook without one the local run's.</summary>
    Repository,

    /// <summary>The one that the last <c>reproduce</c> left in <c>artifacts</c>; for a notebook without one the stored one.</summary>
    Artifacts,
}
