using System.Collections.Immutable;

namespace Limpid.Mahalanobis.Digits;

/// <summary>How far the networks of a plan are along their training.</summary>
/// <param name="Epochs">When it was noted, ascending from 0.</param>
/// <param name="Losses">For each such epoch the training loss of each network.</param>
/// <param name="Train">For each such epoch the part of the training images that each network puts right.</param>
/// <param name="Test">The same of the test images.</param>
public sealed record DigitCurve(
    ImmutableArray<int> Epochs, ImmutableArray<ImmutableArray<double>> Losses, ImmutableArray<ImmutableArray<double>> Train, ImmutableArray<ImmutableArray<double>> Test)
{
    internal static DigitCurve Empty { get; } = new([], [], [], []);

    internal DigitCurve With(int epoch, double[] losses, double[] train, double[] test) =>
        new(Epochs.Add(epoch), Losses.Add([.. losses]), Train.Add([.. train]), Test.Add([.. test]));
}
