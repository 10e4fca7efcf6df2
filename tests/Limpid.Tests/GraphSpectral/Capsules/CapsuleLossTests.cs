using Limpid.Graphs;
using Limpid.GraphSpectral;
using Limpid.GraphSpectral.Capsules;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.Capsules;

public class CapsuleLossTests
{
    [Fact]
    public void MarginByHand()
    {
        using var scope = NewDisposeScope();
        Close.Value(0.06, CapsuleLoss.Margin(tensor(new[,] { { 0.7, 0.3 } }), tensor(new long[] { 0 })).ToDouble(), 1e-12);
        // Long enough and short enough cost nothing; a batch is a mean: (0 + 0.81 + 0.5 * 0.64) / 2.
        Close.Value(0.565, CapsuleLoss.Margin(tensor(new[,] { { 0.95, 0.1 }, { 0.9, 0 } }), tensor(new long[] { 0, 1 })).ToDouble(), 1e-12);
    }

    [Fact]
    public void ReconstructionIsASumOverPixelsAndAMeanOverImages()
    {
        using var scope = NewDisposeScope();
        Close.Value(0.0005 * ((4 * 0.25) + (4 * 1)) / 2,
            CapsuleLoss.Reconstruction(cat([full([1, 1, 2, 2], 0.5), ones(1, 1, 2, 2)], 0), zeros(2, 1, 2, 2)).ToDouble(), 1e-9);
    }

    [Fact]
    public void ThePenaltyIsTheSumOverDimensionsAndPairsOfCapsules()
    {
        using var scope = NewDisposeScope();
        using var penalty = new GraphSpectralPenalty(Graph.CapsuleAlignment(10, 16), 1, dtype: float64);
        var capsules = Check.Random(1, 4, 10, 16);
        var v = Check.Values(capsules);
        var sum = 0.0;
        for (var b = 0; b < 4; b++)
            for (var d = 0; d < 16; d++)
                for (var c = 0; c < 10; c++)
                    for (var other = c + 1; other < 10; other++) sum += Math.Pow(v[(((b * 10) + c) * 16) + d] - v[(((b * 10) + other) * 16) + d], 2);
        Close.Value(sum / 4, penalty.call(capsules.flatten(1)).ToDouble(), 1e-9);
    }

    [Fact]
    public void LossesHaveTheirGradients()
    {
        using var scope = NewDisposeScope();
        var labels = tensor(new long[] { 2, 0, 1 });
        Check.Gradient(lengths => CapsuleLoss.Margin(lengths, labels), Check.Random(4, 3, 3));
        Check.Gradient(drawn => 2000 * CapsuleLoss.Reconstruction(drawn, zeros(3, 1, 2, 2, float64)), Check.Random(5, 3, 1, 2, 2));
    }
}
