using Limpid.Data;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.GeneProgrammes;

/// <summary>A set of cells as the experiment takes it: the input of the networks, the genes to show, and what is known.</summary>
public sealed class ProgrammeCells : IDisposable
{
    /// <summary>Prepares a set.</summary>
    /// <param name="cells">The cells; used, not owned.</param>
    /// <param name="components">Principal components that the networks see.</param>
    /// <param name="shown">Genes of the heat-maps, in their order.</param>
    /// <param name="groups">Marker genes that belong together, or none.</param>
    /// <param name="truth">The simulation that the cells come from, or null.</param>
    /// <exception cref="ArgumentException">A gene is not in the set.</exception>
    public ProgrammeCells(CellSet cells, int components, IReadOnlyList<string> shown, IReadOnlyList<GeneGroup>? groups = null, SimulatedProgrammes? truth = null)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(shown);
        (Cells, Shown, Groups, Truth) = (cells, [.. shown], groups ?? [], truth);
        foreach (var gene in Shown.Concat(Groups.SelectMany(group => group.Genes)))
            if (!cells.Genes.Contains(gene)) throw new ArgumentException($"There is no gene '{gene}' in {cells.Name}.", nameof(shown));
        Input = ProgrammeInput.Of(cells, components);
    }

    /// <summary>The cells.</summary>
    public CellSet Cells { get; }

    /// <summary>What the networks see [cells, components].</summary>
    public Tensor Input { get; }

    /// <summary>Genes of the heat-maps.</summary>
    public IReadOnlyList<string> Shown { get; }

    /// <summary>Marker genes that belong together.</summary>
    public IReadOnlyList<GeneGroup> Groups { get; }

    /// <summary>The simulation, or null.</summary>
    public SimulatedProgrammes? Truth { get; }

    /// <inheritdoc/>
    public void Dispose() => Input.Dispose();
}
