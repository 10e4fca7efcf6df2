using Limpid.Data;
using Limpid.Mahalanobis.Encoder;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis.Encoder;

/// <summary>The encoder of implicit EM: its loss by hand and by gradient, its readings, its probe.</summary>
[Collection(ProcessCollection.Name)]
public class EncoderTests
{
    [Fact]
    public void LossByHand()
    {
        using var scope = NewDisposeScope();
        // Two units, two samples: the units are (0, 2) and (2, 0), of variance 1 and correlation -1.
        var d = tensor(new double[,,] { { { 0, 2 }, { 2, 0 } } });
        var share = Math.Log(1 + Math.Exp(-2));
        Assert.Equal(-2 * share, EncoderLoss.Responsibility(d).item<double>(), 1e-12);
        Assert.Equal(-2 * Math.Log(1 + 1e-6), EncoderLoss.Variance(d).item<double>(), 1e-12);
        Assert.Equal(2, EncoderLoss.Decorrelation(d).item<double>(), 1e-5);
        // Units that never change: the variance term is 2 log(1e6), the correlation of each with itself 0.
        var dead = zeros([1, 2, 2], dtype: float64);
        Assert.Equal(-2 * Math.Log(2), EncoderLoss.Responsibility(dead).item<double>(), 1e-12);
        Assert.Equal(-2 * Math.Log(1e-6), EncoderLoss.Variance(dead).item<double>(), 1e-9);
        Assert.Equal(2, EncoderLoss.Decorrelation(dead).item<double>(), 1e-12);
    }

    [Fact]
    public void GradientsAreThoseOfDifferences()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        var d = empty([2, 3, 5], dtype: float64).uniform_(0.1, 1, generator).requires_grad_();
        Tensor Loss(Tensor x) => EncoderLoss.Responsibility(x).add(EncoderLoss.Variance(x).mul(0.7)).add(EncoderLoss.Decorrelation(x).mul(0.3)).sum();
        Loss(d).backward();
        using var off = no_grad();
        for (var i = 0; i < d.numel(); i += 4)
        {
            var step = zeros_like(d);
            step.view(-1)[i].fill_(1e-5);
            var slope = (Loss(d.add(step)).item<double>() - Loss(d.sub(step)).item<double>()) / 2e-5;
            Assert.Equal(slope, d.grad!.view(-1)[i].item<double>(), 1e-6);
        }
    }

    [Fact]
    public void ModelsDoNotMix()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(4);
        var d = empty([3, 4, 6], dtype: float64).uniform_(0, 1, generator);
        foreach (var term in new Func<Tensor, Tensor>[] { EncoderLoss.Responsibility, EncoderLoss.Variance, EncoderLoss.Decorrelation })
        {
            var all = term(d);
            Assert.Equal([3L], all.shape);
            for (var i = 0; i < 3; i++) Assert.Equal(term(d.narrow(0, i, 1)).item<double>(), all[i].item<double>(), 1e-12);
        }
    }

    [Fact]
    public void WithoutAVarianceTermUnitsDie()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var scope = NewDisposeScope();
        using var train = Images(600, 1);
        using var test = Images(200, 2);
        using var experiment = new EncoderExperiment(train, test, new(30, 600, 200) { Units = 8, Batch = 50, Rate = 0.01, ProbeEpochs = 5 });
        var readings = experiment.Run(EncoderVariant.Ablation, new Seed(1004), cancel);
        Assert.Equal(5, readings.Length);
        Assert.All(readings.Take(4), reading => Assert.Equal(30, reading.Loss.Length));
        Assert.True(readings[0].Loss[^1] < readings[0].Loss[0] && readings[2].Loss[^1] < readings[2].Loss[0]);
        Assert.Empty(readings[4].Loss);
        Assert.True(readings[0].Active < readings[4].Active && readings[0].Entropy > readings[2].Entropy);
        Assert.True(readings[2].Dead < readings[0].Dead);
        Assert.True(readings[2].Redundancy < readings[1].Redundancy);
        Assert.All(readings, reading => Assert.InRange(reading.Entropy, 0, Math.Log(8) + 1e-6));
        Assert.True(readings[2].Probe > 0.5);
        Assert.Equal(8, readings[2].Filters.Length);
        var again = experiment.Run([EncoderVariant.Ablation[2]], new Seed(1004), cancel);
        // A variant does not depend on which others there are.
        Close.Value(readings[2].Loss[0], again[0].Loss[0], 1e-4);
        Assert.Equal(readings[4].Filters[0], again[1].Filters[0]);
        Assert.Throws<ArgumentException>(() => experiment.Run([], new Seed(1), cancel));
    }

    [Fact]
    public void TheProbeSeparatesWhatIsSeparable()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(6);
        var labels = arange(0, 400, dtype: int64).remainder(2);
        var noise = empty([2, 3, 400]).normal_(0, 1, generator);
        // The first encoder's first unit holds the class, the second's holds nothing.
        noise[0][0].add_(labels.to(float32).mul(20));
        var found = LinearProbe.Accuracies(noise, labels, noise, labels, 2, 600, new Seed(7), TestContext.Current.CancellationToken);
        Assert.True(found[0] > 0.99 && found[1] < 0.65, string.Join(", ", found));
    }

    [Fact]
    public void ReadingsAreKept()
    {
        using var scope = NewDisposeScope();
        using var images = Images(100, 1);
        using var experiment = new EncoderExperiment(images, images, new(2, 100, 100) { Units = 4, Batch = 50, ProbeEpochs = 1 });
        Kept.Check(seed => experiment.Run(EncoderVariant.Ablation, seed, TestContext.Current.CancellationToken), readings => [.. readings.SelectMany(r =>
            new[] { r.Dead, r.Active, r.Redundancy, r.BatchRedundancy, r.Entropy, r.Probe, r.ResponsibilityCosine, r.ActivationCosine, r.Precision }.Concat(r.Loss).Concat(r.Filters.SelectMany(filter => filter.Select(w => (double)w))))]);
    }

    // Pictures of 16 pixels, bright in the upper half for class 0 and in the lower for class 1, with noise.
    private static ImageSet Images(int count, int seed)
    {
        using var generator = new Generator((ulong)seed);
        var labels = arange(0, count, dtype: int64).remainder(2);
        var half = arange(0, 16, dtype: int64).div(8, RoundingMode.floor).to(int64).unsqueeze(0);
        var images = empty([count, 16]).uniform_(0, 1, generator).mul(half.eq(labels.unsqueeze(1)).to(float32).mul(0.7).add(0.3)).view(count, 1, 4, 4);
        return new("halves", images, labels, ["upper", "lower"]);
    }
}
