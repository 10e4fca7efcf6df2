using Limpid.Graphs;
using Limpid.GraphSpectral;
using Limpid.GraphSpectral.Capsules;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.Capsules;

[Collection(ProcessCollection.Name)]
public class CapsuleTrainingTests
{
    private static CapsNet Trained(nn.Module<Tensor, Tensor>? penalty, CapsuleSettings settings, Checkpoint? checkpoint = null, int stopAfter = int.MaxValue)
    {
        using var scope = NewDisposeScope();
        using var source = new CancellationTokenSource();
        manual_seed(5);
        var network = new CapsNet(TinyDigits.Layout);
        void Stepped(int done)
        {
            if (done == stopAfter) source.Cancel();
        }

        try
        {
            CapsuleTraining.Train(network, TinyDigits.Data(60, 1), penalty, settings, new Seed(5), checkpoint, Stepped, source.Token);
        }
        catch (OperationCanceledException) when (stopAfter < int.MaxValue)
        {
        }
        return network;
    }

    private static double[] Weights(CapsNet network) => [.. network.parameters().SelectMany(Check.Values)];

    [Fact]
    public void EqualSeedsGiveEqualNetworksAndNoEdgesMeanNoPenalty()
    {
        using var nothing = new GraphSpectralPenalty(Graph.FromEdges(6, []), 1);
        using var first = Trained(null, TinyDigits.Settings());
        using var second = Trained(null, TinyDigits.Settings());
        using var third = Trained(nothing, TinyDigits.Settings());
        Assert.Equal(Weights(first), Weights(second));
        Assert.Equal(Weights(first), Weights(third));
        Assert.False(first.training);
    }

    [Fact]
    public void TheTaskIsLearntAndThePenaltyAligns()
    {
        using var scope = NewDisposeScope();
        using var penalty = new GraphSpectralPenalty(Graph.CapsuleAlignment(3, 2), 0.02);
        using var plain = Trained(null, TinyDigits.Settings(20));
        using var aligned = Trained(penalty, TinyDigits.Settings(20));
        CapsuleLengths Measured(CapsNet network)
        {
            using var reading = CapsuleReading.Of(network, TinyDigits.Data(30, 2));
            Assert.True(reading.Accuracy > 0.9, $"accuracy {reading.Accuracy}");
            return CapsuleLengths.Of(reading.Capsules, reading.Labels, new Random(1));
        }

        Assert.True(Measured(aligned).Cosine > Measured(plain).Cosine + 0.1);
    }

    [Fact]
    public void TheStepIsBothLossesAndThePenaltyOnAllCapsules()
    {
        using var scope = NewDisposeScope();
        var data = TinyDigits.Data(12, 3);
        using var network = new CapsNet(TinyDigits.Layout);
        using var penalty = new GraphSpectralPenalty(Graph.CapsuleAlignment(3, 2), 0.5);
        var before = network.parameters().Select(parameter => parameter.detach().clone()).ToArray();
        var v = network.Capsules(data.Images);
        (CapsuleLoss.Margin(Squash.Lengths(v), data.Labels) + CapsuleLoss.Reconstruction(network.Reconstruct(v, data.Labels), data.Images) + penalty.call(v.reshape(12, 6)))
            .backward();
        var gradients = network.parameters().Select(parameter => parameter.grad!.clone()).ToArray();
        using var optimiser = optim.SGD(network.parameters(), 0.1);
        CapsuleTraining.Step(network, data.Images, data.Labels, penalty, optimiser);
        foreach (var (parameter, (start, gradient)) in network.parameters().Zip(before.Zip(gradients)))
            Close.Values(Check.Values(start - (0.1 * gradient)), Check.Values(parameter), 1e-5);
    }

    [Fact]
    public void AStoppedTrainingGoesOnWhereItWasSaved()
    {
        var folder = Directory.CreateTempSubdirectory("limpid-caps-").FullName;
        try
        {
            Checkpoint Opened() => new(folder, TimeSpan.Zero);
            using var whole = Trained(null, TinyDigits.Settings(3));
            // Six steps make an epoch; the second is broken off.
            using var broken = Trained(null, TinyDigits.Settings(3), Opened(), stopAfter: 8);
            using var resumed = Trained(null, TinyDigits.Settings(3), Opened());
            Assert.NotEqual(Weights(whole), Weights(broken));
            Assert.Equal(Weights(whole), Weights(resumed));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void CancellingStopsBetweenSteps()
    {
        using var scope = NewDisposeScope();
        using var source = new CancellationTokenSource();
        using var network = new CapsNet(TinyDigits.Layout);
        var steps = 0;
        void Stepped(int done)
        {
            steps = done;
            if (done == 2) source.Cancel();
        }

        Assert.Throws<OperationCanceledException>(
            () => CapsuleTraining.Train(network, TinyDigits.Data(60, 1), null, TinyDigits.Settings(), new Seed(1), null, Stepped, source.Token));
        Assert.Equal(2, steps);
    }
}
