namespace Limpid.Cli.Exporting;

/// <summary>Where the outputs of a page come from.</summary>
internal enum PageOrigin
{
    /// <summary>The notebook in the repository.</summary>
    Repository,

    /// <summary>The copy that a local run left in <c>artifacts</c>.</summary>
    Artifacts,

    /// <summary>Nowhere: the notebook was not run.</summary>
    NotRun,
}
