namespace Limpid.Mahalanobis.OneNode;

/// <summary>How nodes are trained; by default as the source does: 300 nodes on 1024 points, SGD with momentum .9.</summary>
/// <param name="Epochs">Steps over all points, 0 or more.</param>
public sealed record NodeOptions(int Epochs = 200)
{
    /// <summary>Nodes of a block, at least 1.</summary>
    public int Models { get; init; } = 300;

    /// <summary>Points drawn from the Gaussian, at least 2.</summary>
    public int Points { get; init; } = 1024;

    /// <summary>Learning rate.</summary>
    public double Rate { get; init; } = 0.001;

    /// <summary>Adam in place of SGD.</summary>
    public bool Adam { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Epochs);
        ArgumentOutOfRangeException.ThrowIfLessThan(Models, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Points, 2);
        PositiveNumber.Checked(Rate);
    }
}
