using Limpid.Data.Tabular;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Spectral.FeatureSelection;

/// <summary>One draw of training and test samples; both are scaled by the training samples alone. Its tensors belong to the scope in which it was made.</summary>
/// <param name="Train">[n, d].</param>
/// <param name="TrainTargets">[n, 1].</param>
/// <param name="Test">[m, d].</param>
/// <param name="TestTargets">[m, 1].</param>
internal sealed record SelectionData(Tensor Train, Tensor TrainTargets, Tensor Test, Tensor TestTargets)
{
    internal static SelectionData Of(TabularSet table, double testShare, Seed seed)
    {
        var (train, test) = table.Split(testShare, seed.Random("split"));
        using var raw = table.Inputs(train);
        using var rawTest = table.Inputs(test);
        var scaler = Scaler.Fit(raw, table.Columns);
        return new(scaler.Apply(raw), table.TargetColumn(train), scaler.Apply(rawTest), table.TargetColumn(test));
    }

    /// <summary>The share of the larger class among the test samples.</summary>
    internal double Majority() => TestTargets.mean().ToDouble() is var share ? Math.Max(share, 1 - share) : 0;

    /// <summary>The test accuracy of the answer that is most frequent in training.</summary>
    internal double Constant() => TestTargets.mean().ToDouble() is var share && TrainTargets.mean().ToDouble() > 0.5 ? share : 1 - share;
}
