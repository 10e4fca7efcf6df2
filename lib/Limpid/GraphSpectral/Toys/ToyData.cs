using static TorchSharp.torch;

namespace Limpid.GraphSpectral.Toys;

/// <summary>Samples of a toy whose hidden coordinate is known: points [n, D] and the coordinate of each, in ascending order.</summary>
/// <param name="Name">For charts and files.</param>
/// <param name="Points">[n, D], float32; owned.</param>
/// <param name="Coordinates">y, one for each row.</param>
/// <param name="From">Lower end of y.</param>
/// <param name="To">Upper end of y; of clusters their number.</param>
/// <param name="Periodic">Whether y = From and y = To are the same place.</param>
/// <param name="Clustered">Whether y is the number of a cluster.</param>
public sealed record ToyData(string Name, Tensor Points, IReadOnlyList<double> Coordinates, double From, double To, bool Periodic = false, bool Clustered = false) : IDisposable
{
    /// <summary>Number of samples n.</summary>
    public int Count => Coordinates.Count;

    /// <summary>Number of features D.</summary>
    public int Features => (int)Points.size(1);

    /// <inheritdoc/>
    public void Dispose() => Points.Dispose();

    /// <summary>For example "line: 2000 points of 50 features, y from 0 to 10".</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Count} points of {Features} features, {(Clustered ? "clusters" : "y")} from {From:G4} to {(Clustered ? To - 1 : To):G4}");
}
