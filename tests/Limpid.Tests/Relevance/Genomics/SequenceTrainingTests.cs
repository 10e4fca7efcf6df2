using Limpid.Relevance.Genomics;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Genomics;

[Collection(ProcessCollection.Name)]
public sealed class SequenceTrainingTests
{
    private static (Tensor Inputs, Tensor Truths) Linear(int count, long seed)
    {
        manual_seed(seed);
        Tensor inputs = randn(count, 4, 5);
        return (inputs, inputs.select(1, 0).sum(1L, keepdim: true).gt(0).to(float32));
    }

    private static nn.Module<Tensor, Tensor> Network()
    {
        manual_seed(1);
        return nn.Sequential(nn.Flatten(), nn.Linear(20, 1));
    }

    private static Tensor Loss(Tensor scores, Tensor truths) => nn.functional.binary_cross_entropy_with_logits(scores, truths);

    [Fact]
    public void It_learns_keeps_the_best_pass_and_repeats()
    {
        using DisposeScope scope = NewDisposeScope();
        var settings = new SequenceTrainingSettings { Epochs = 6, BatchSize = 20, LearningRate = 0.05 };
        var (train, validation) = (Linear(200, 2), Linear(100, 3));
        using var network = Network();
        var losses = SequenceTraining.Train(network, train, validation, Loss, settings, new Random(4), TestContext.Current.CancellationToken);
        Assert.True(losses.Min() < 0.5 * Math.Log(2), string.Join(" ", losses));
        Close.Value(losses.Min(), Loss(SequenceTraining.Scores(network, validation.Inputs), validation.Truths).ToDouble(), 1e-6);
        Assert.False(network.training);
        using var again = Network();
        Assert.Equal(losses, SequenceTraining.Train(again, train, validation, Loss, settings, new Random(4), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void It_stops_when_validation_gets_no_better()
    {
        using DisposeScope scope = NewDisposeScope();
        var (train, validation) = (Linear(50, 2), Linear(50, 3));
        using var network = Network();
        // What is right in training is wrong in validation, so the first pass is the best.
        var losses = SequenceTraining.Train(network, train, (validation.Inputs, 1 - validation.Truths), Loss,
            new SequenceTrainingSettings { Epochs = 50, BatchSize = 10, LearningRate = 0.05, Patience = 3 }, new Random(4), TestContext.Current.CancellationToken);
        Assert.Equal(4, losses.Count);
    }

    [Fact]
    public void Reading_leaves_the_mode_and_no_tensor()
    {
        using DisposeScope scope = NewDisposeScope();
        using var network = Network();
        network.train();
        Tensor inputs = Linear(1200, 5).Inputs;
        Tensor scores = SequenceTraining.Scores(network, inputs);
        Assert.True(network.training);
        Assert.False(scores.requires_grad);
        Assert.Equal([1200, 1], scores.shape);
        Close.Values(network.call(inputs).detach().to(float64).data<double>(), scores.to(float64).data<double>(), 1e-5);
        Assert.Throws<ArgumentException>(() => SequenceTraining.Train(network, (inputs, zeros(3, 1)), Linear(5, 1), Loss, new SequenceTrainingSettings(), new Random(1), TestContext.Current.CancellationToken));
    }
}
