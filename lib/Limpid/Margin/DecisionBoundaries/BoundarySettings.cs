using Limpid.Margin.LatentNetworks;

namespace Limpid.Margin.DecisionBoundaries;

/// <summary>The experiment on decision boundaries; all of it is protocol ours.</summary>
public sealed record BoundarySettings
{
    /// <summary>Training images of a pair of digits, drawn anew with each seed.</summary>
    public int TrainImages { get; init; } = 4000;

    /// <summary>How its network is trained.</summary>
    public LatentTraining Training { get; init; } = new(2);

    /// <summary>Neighbours of a sample.</summary>
    public int Neighbours { get; init; } = 30;

    /// <summary>Hops of the filter.</summary>
    public int Hops { get; init; } = 1;

    /// <summary>Share of the table's rows that the linear classifier isn't trained on.</summary>
    public double HeldOut { get; init; } = 0.3;

    /// <summary>Weight of the linear classifier's penalty.</summary>
    public double Decay { get; init; } = 1e-2;
}
