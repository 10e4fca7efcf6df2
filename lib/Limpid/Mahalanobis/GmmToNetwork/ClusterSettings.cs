namespace Limpid.Mahalanobis.GmmToNetwork;

/// <summary>A task of Gaussian clusters, one for each class, and how networks are trained on it.</summary>
/// <param name="Dimension">d, at least 1.</param>
/// <param name="Classes">K, at least 2.</param>
public sealed record ClusterSettings(int Dimension, int Classes = 3)
{
    /// <summary>Standard deviation of the clusters' centres around the origin; that of a cluster is 1 along its longest axis.</summary>
    public double Spread { get; init; } = 2;

    /// <summary>Points to fit and train on.</summary>
    public int Train { get; init; } = 2000;

    /// <summary>Points to test on.</summary>
    public int Test { get; init; } = 10_000;

    /// <summary>Starts of the mixture's fit.</summary>
    public int Restarts { get; init; } = 10;

    /// <summary>Steps of the mixture's fit at most.</summary>
    public int Limit { get; init; } = 500;

    /// <summary>Steps of the networks, all points in each.</summary>
    public int Epochs { get; init; } = 200;

    /// <summary>Accuracy is noted before each epoch whose number is a multiple of this, and after the last.</summary>
    public int Every { get; init; } = 5;

    /// <summary>Adam's rate.</summary>
    public double Rate { get; init; } = 0.01;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Dimension, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Classes, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Train, Classes);
        ArgumentOutOfRangeException.ThrowIfLessThan(Test, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Epochs);
        ArgumentOutOfRangeException.ThrowIfLessThan(Every, 1);
        PositiveNumber.Checked(Spread);
    }
}
