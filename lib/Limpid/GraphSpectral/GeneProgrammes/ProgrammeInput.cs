using Limpid.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.GeneProgrammes;

/// <summary>What the autoencoder sees of a set of cells: its leading principal components on one common scale.</summary>
public static class ProgrammeInput
{
    /// <summary>Coordinates along the leading components, all divided by one number, so that their mean variance is 1.</summary>
    /// <remarks>The paper's input is 1000 components of more than 8000 genes. One common factor keeps the components' sizes against each other.</remarks>
    /// <param name="cells">The cells.</param>
    /// <param name="components">How many components.</param>
    /// <returns>[cells, components], float32.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer components.</exception>
    public static Tensor Of(CellSet cells, int components)
    {
        ArgumentNullException.ThrowIfNull(cells);
        using var scope = NewDisposeScope();
        using var found = PrincipalComponents.Of(cells.Expression, components);
        var scale = Math.Sqrt(Math.Max(found.Variances.Average(), 1e-12));
        return found.Project(cells.Expression).div(scale).to(float32).MoveToOuterDisposeScope();
    }
}
