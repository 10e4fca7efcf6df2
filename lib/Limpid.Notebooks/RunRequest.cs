using Limpid.Notebooks.Outputs;

namespace Limpid.Notebooks;

/// <summary>What to run, with which parameters and limits.</summary>
public sealed record RunRequest
{
    /// <summary>The notebook; it is never written unless <see cref="OutputPath"/> names it.</summary>
    public required string NotebookPath { get; init; }

    /// <summary>Where the executed copy goes; its folder is created.</summary>
    public required string OutputPath { get; init; }

    /// <summary>
    /// Values that override variables of the cell tagged <c>parameters</c>: a C# literal, or raw text for a string. Others are refused.
    /// </summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The longest a cell may take.</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromMinutes(45);

    /// <summary>The longest the whole notebook may take.</summary>
    public TimeSpan NotebookTimeout { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>Threads for libtorch and for BLAS; null for the number of cores.</summary>
    public int? Threads { get; init; }

    /// <summary>The most characters kept of the text a cell prints; what is cut is counted in a note.</summary>
    public long TextLimit { get; init; } = OutputLimits.Text;

    /// <summary>The most characters kept of what a cell shows (pictures, tables, charts); what is cut is counted in a note.</summary>
    public long DisplayLimit { get; init; } = OutputLimits.Displays;
}
