using Limpid.Reproduction;
using Limpid.Spectral.Ancestors;
using Limpid.Spectral.Training;
using TorchSharp;
using Xunit;
using static Limpid.Tests.GraphSpectral.Check;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral.Ancestors;

[Collection(ProcessCollection.Name)]
public sealed class AncestorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static FashionImages Images()
    {
        var (x, y) = (Random(1, 300, 784).abs().to(float32), Random(2, 300).gt(0).to(int64));
        x[TensorIndex.Colon, TensorIndex.Slice(0, 40)] += y.to(float32).unsqueeze(1);
        return new FashionImages(x.narrow(0, 0, 200), y.narrow(0, 0, 200), x.narrow(0, 200, 100), y.narrow(0, 200, 100));
    }

    [Fact]
    public void A_student_is_read_at_every_size_and_the_run_repeats()
    {
        var settings = new StudentSettings { Inputs = 4, Teacher = 3, Student = 12, Train = 400, Test = 200, Epochs = 60, BatchSize = 40, LearningRate = 0.02, Penalty = 1e-4 };
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12], settings.Sizes());
        var result = new StudentTeacher(settings).Run([new Seed(5)], cancel: Cancel)[0];
        Assert.True(result.Whole < 0.1, $"{result.Whole}");
        // One node by lot can't do what twelve do.
        Assert.True(result.ByLot[0] > result.Whole + 0.1);
        // All nodes: the order doesn't matter.
        Close.Value(result.Whole, result.ByLot[^1], 1e-9);
        Assert.Equal(result.Eigenvalues, result.Eigenvalues.OrderDescending());
        Assert.Equal(result.ByEigenvalue[2], result.At(result.ByEigenvalue, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => result.At(result.Plain, 11));
        Assert.Equal(result.ByEigenvalue, new StudentTeacher(settings).Run([new Seed(5)], cancel: Cancel)[0].ByEigenvalue);
    }

    [Fact]
    public void Each_variant_trains_as_many_numbers_as_its_formula_says()
    {
        foreach (var variant in FashionVariant.All)
        {
            using var network = new SpectralNetwork(variant.Layout(20));
            Assert.Equal(variant.Free(20), network.parameters().Sum(parameter => parameter.numel()));
        }

        Assert.Equal(FashionVariant.Eigenvalues.Free(100), FashionVariant.Weights.Free(100));
        Assert.Equal(210, FashionVariant.Weights.Free(100));
        Assert.Equal((784 * 100) + 100 + (100 * 100) + 100 + 1_000 + 10, FashionVariant.Dense.Free(100));
    }

    [Fact]
    public void Variants_and_pruned_networks_learn()
    {
        using var scope = NewDisposeScope();
        var settings = new FashionSettings { Width = 12, PrunedWidth = 10, Epochs = 12, ChoosingEpochs = 4, BatchSize = 40, Rate = 5e-3, Percentiles = [0, 50, 90], Penalty = 1e-4, KeptBefore = 0.6 };
        var variants = new VariantComparison(Images(), settings).Run([new Seed(6)], cancel: Cancel)[0];
        Assert.Equal(FashionVariant.All.Select(variant => variant.Name), variants.Select(reading => reading.Name));
        Assert.True(variants[^1].Accuracy > 0.65 && variants[^1].Before < 0.6, variants[^1].ToString());
        var calls = 0;
        var pruned = new NodePruningStudy(Images(), settings).Run([new Seed(6)], trained: _ => calls++, cancel: Cancel)[0];
        Assert.Equal(1, calls);
        Assert.True(pruned.Whole > 0.85, $"{pruned.Whole}");
        Assert.Equal(pruned.Whole, pruned.ByLot[0]);
        Assert.Equal((20, 12), (pruned.Widths[0].Sum(), pruned.KeptBefore));
        Assert.Equal(pruned.Whole, pruned.Path[0].Metric);
        Assert.Throws<ArgumentOutOfRangeException>(() => pruned.At(pruned.Plain, 70));
        Assert.True(pruned.BeforeLargest > 0.7, $"{pruned.BeforeLargest}");
    }
}
