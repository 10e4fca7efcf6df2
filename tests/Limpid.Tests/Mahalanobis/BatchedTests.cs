using Limpid.Mahalanobis;
using Limpid.Mahalanobis.Batched;
using Limpid.Mahalanobis.Layers;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis;

/// <summary>Many models at once take the steps that each takes alone.</summary>
public class BatchedTests
{
    private static readonly Seed[] Seeds = [new(3), new(11), new(12), new(40)];

    private static (Tensor Data, Tensor Targets) Task()
    {
        using var gaussian = Cases.OneNode();
        var data = gaussian.Sample(64, new Seed(1));
        return (data, gaussian.Distances(data));
    }

    private static Tensor Squares(Tensor outputs, Tensor targets) => outputs.squeeze(1).sub(targets).square().mean([1L]);

    [Theory]
    [InlineData(false, int.MaxValue)]
    [InlineData(true, int.MaxValue)]
    [InlineData(true, 10)]
    public void OneByOneAndTogether(bool adam, int chunk)
    {
        using var scope = NewDisposeScope();
        var (data, targets) = Task();
        optim.Optimizer Optimiser(IEnumerable<TorchSharp.Modules.Parameter> parameters) =>
            adam ? optim.Adam(parameters, 0.02, 0.9, 0.99) : optim.SGD(parameters, 0.01, momentum: 0.9);

        using var first = BatchedLinear.Start(Seeds, 2, 5, WeightStart.KaimingNormal, stream: "first", dtype: float64);
        using var second = BatchedLinear.Start(Seeds, 5, 1, WeightStart.Default, stream: "second", dtype: float64);
        using var all = nn.Sequential(first, new Abs(), second);
        var curve = BatchedTraining.Train(all, Optimiser(all.parameters()), data, targets, Squares, new(30) { Every = 10, Chunk = chunk }, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal([0, 10, 20, 30], curve.Epochs);
        for (var model = 0; model < Seeds.Length; model++)
        {
            using var start1 = BatchedLinear.Start([Seeds[model]], 2, 5, WeightStart.KaimingNormal, stream: "first", dtype: float64);
            using var start2 = BatchedLinear.Start([Seeds[model]], 5, 1, WeightStart.Default, stream: "second", dtype: float64);
            using var alone = nn.Sequential(start1.Layer(0), new Abs(), start2.Layer(0));
            var optimiser = Optimiser(alone.parameters());
            double Loss() => alone.call(data).squeeze(1).sub(targets).square().mean().item<double>();
            Close.Value(Loss(), curve.Of(model)[0], 1e-10);
            for (var epoch = 0; epoch < 30; epoch++)
            {
                optimiser.zero_grad();
                alone.call(data).squeeze(1).sub(targets).square().mean().backward();
                optimiser.step();
            }
            Close.Value(Loss(), curve.Final[model], 1e-9);
            Assert.True(Cases.Gap(first.Weight[model], alone.parameters().First()) < 1e-8);
        }
        Assert.True(curve.Final.Zip(curve.Losses[0]).All(pair => pair.First < pair.Second));
        Close.Values(curve.Final, BatchedTraining.Losses(all, data, targets, Squares, chunk), 1e-12);
    }

    [Fact]
    public void CrossEntropyTakesTheOutputsAsTheyAre()
    {
        using var scope = NewDisposeScope();
        using var layer = BatchedLinear.Start(Seeds, 3, 4, WeightStart.XavierUniform);
        using var generator = new Generator(1);
        var (data, labels) = (empty([7, 3]).normal_(0, 1, generator), arange(0, 7).remainder(4));
        var together = nn.functional.cross_entropy(layer.call(data), labels.expand(4, 7), reduction: nn.Reduction.None).mean([1L]);
        for (var model = 0; model < 4; model++)
            Close.Value(nn.functional.cross_entropy(layer.Layer(model).call(data.to(float64)), labels).item<double>(), together[model].ToDouble(), 1e-5);
    }

    [Fact]
    public void StartsAreWhatTheySayAndTheModelsOwn()
    {
        using var scope = NewDisposeScope();
        Seed[] many = [.. Enumerable.Range(0, 50).Select(i => new Seed(i))];
        foreach (var (start, deviation) in new[] { (WeightStart.Default, 1 / Math.Sqrt(3 * 20)), (WeightStart.XavierUniform, Math.Sqrt(2.0 / 50)), (WeightStart.XavierNormal, Math.Sqrt(2.0 / 50)), (WeightStart.KaimingNormal, Math.Sqrt(2.0 / 20)) })
        {
            using var layer = BatchedLinear.Start(many, 20, 30, start);
            Close.Value(deviation, layer.Weight.std().ToDouble(), 0.03 * deviation);
            Assert.Equal(start == WeightStart.Default, layer.Bias!.ne(0).any().ToBoolean());
            using var one = BatchedLinear.Start([many[7]], 20, 30, start);
            Assert.True(one.Weight[0].Same(layer.Weight[7]));
        }
        using var bare = BatchedLinear.Start(many, 2, 1, WeightStart.Default, hasBias: false);
        Assert.Null(bare.Bias);
        Assert.Equal(0, bare.Layer(0).bias!.item<double>());
        Assert.Throws<ArgumentOutOfRangeException>(() => bare.Layer(50));
        Assert.Throws<ArgumentException>(() => new BatchedLinear(ones([2, 2])));
        Assert.Throws<ArgumentException>(() => new BatchedLinear(ones([2, 2, 2]), ones([2, 3])));
        Assert.Throws<ArgumentException>(() => BatchedLinear.Start([], 2, 2, WeightStart.Default));
    }

    [Fact]
    public void RefusesWhatDoesNotFit()
    {
        using var scope = NewDisposeScope();
        var (data, targets) = Task();
        using var layer = BatchedLinear.Start(Seeds, 2, 1, WeightStart.Default, dtype: float64);
        var optimiser = optim.SGD(layer.parameters(), 0.01);
        void Train(Tensor wanted, Func<Tensor, Tensor, Tensor> losses, int epochs, CancellationToken cancellation) => BatchedTraining.Train(layer, optimiser, data, wanted, losses, new(epochs), cancellation: cancellation);
        var open = TestContext.Current.CancellationToken;
        Assert.Throws<ArgumentException>(() => Train(targets.narrow(0, 0, 3), Squares, 1, open));
        Assert.Throws<ArgumentException>(() => Train(targets, (outputs, _) => outputs.mean(), 1, open));
        Assert.Throws<ArgumentOutOfRangeException>(() => Train(targets, Squares, -1, open));
        Assert.Throws<OperationCanceledException>(() => Train(targets, Squares, 1, new CancellationToken(true)));
    }
}
