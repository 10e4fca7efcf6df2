using System.Text.Json;
using Limpid.Relevance;
using Limpid.Relevance.Imported;
using Limpid.Relevance.Networks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Relevance.Imported;

/// <summary>VGG-16 and ResNet-50 against torchvision (record/torchvision_models.py).</summary>
[Collection(ProcessCollection.Name)]
public sealed class TorchvisionModelsTests
{
    private static readonly JsonElement Record = RecordedGraph.Load("record.torchvision.json");

    private static SortedDictionary<string, long[]> Shapes(string model) => new(
        Record.GetProperty(model).EnumerateObject().ToDictionary(item => item.Name, item => item.Value.Deserialize<long[]>()!), StringComparer.Ordinal);

    // The script's formula.
    private static void Fill(SortedDictionary<string, Tensor> state)
    {
        using var _ = no_grad();
        var k = -1;
        foreach (var (name, value) in state)
        {
            k++;
            if (value.dtype == ScalarType.Int64) continue;
            using var scope = NewDisposeScope();
            var wave = (arange(value.numel(), dtype: float64) * 0.37 + k).sin().view(value.shape);
            if (name.EndsWith("running_var", StringComparison.Ordinal)) wave = 1 + 0.5 * wave;
            else if (value.dim() > 1) wave = wave * Math.Sqrt(3.0 / (value.numel() / value.size(0)));
            else wave = 0.1 * wave + (name.Contains("bn", StringComparison.Ordinal) && name.EndsWith("weight", StringComparison.Ordinal) || name.Contains("downsample.1.weight", StringComparison.Ordinal) ? 1 : 0);
            value.copy_(wave);
        }
    }

    [Fact]
    public void Vgg16_has_torchvisions_names_and_shapes()
    {
        // An eighth of the width in each layer.
        long Eighth(long size) => size is 3 or 1000 ? size : size / 8;
        using var model = Vgg16.Build(width: 8);
        var own = new SortedDictionary<string, long[]>(model.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.shape), StringComparer.Ordinal);
        var expected = Shapes("vgg16");
        Assert.Equal(expected.Keys, own.Keys);
        foreach (var (name, shape) in expected) Assert.Equal(shape.Select(Eighth), own[name]);
    }

    [Fact]
    public void ResNet50_computes_what_torchvisions_does()
    {
        using var scope = NewDisposeScope();
        var model = ResNet50.Build();
        var state = new SortedDictionary<string, Tensor>(model.state_dict().ToDictionary(pair => ResNet50.TorchvisionName(pair.Key), pair => pair.Value), StringComparer.Ordinal);
        var expected = Shapes("resnet50");
        Assert.Equal(expected.Keys, state.Keys);
        foreach (var (name, shape) in expected) Assert.Equal(shape, state[name].shape);
        Fill(state);
        model.eval();
        var image = (arange(3 * 64 * 96, dtype: float64) * 0.11).sin().view(1, 3, 64, 96).to(float32);
        Tensor scores;
        using (no_grad()) scores = model.call(image)[0];
        Close.Value(Record.GetProperty("scale").GetDouble(), scores.abs().mean().item<float>(), 1e-2);
        Close.Values(Record.GetProperty("scores").Deserialize<double[]>()!, scores.narrow(0, 0, 60).to(float64).data<double>().ToArray(), 1e-2);
    }

    [Theory]
    [InlineData("vgg16", 13, 0)]
    [InlineData("resnet50", 53, 16)]
    public void Relevance_goes_through(string name, int convolutions, int sums)
    {
        using var scope = NewDisposeScope();
        manual_seed(1003);
        Module<Tensor, Tensor> model = name == "vgg16" ? Vgg16.Build(5, 2) : ResNet50.Build(5, 2);
        model.eval();
        var rule = Rule.ZPlus() with { Bias = BiasPolicy.Ignore };
        var propagation = new RelevancePropagation(Network.Of(model), Composite.Uniform(rule).With(LayerKind.Sum, Rule.Split(SumSplit.Magnitude)));
        Assert.Empty(propagation.Plan.Problems);
        Assert.Equal((convolutions, sums), (propagation.Plan.Rows.Count(row => row.Kind == LayerKind.Convolution), propagation.Plan.Rows.Count(row => row.Kind == LayerKind.Sum)));
        using var result = propagation.Explain(rand(2, 3, 32, 48));
        Assert.Equal([2, 3, 32, 48], result.Input.shape);
        Assert.True(result.Input.isfinite().all().item<bool>());
    }

    [Fact]
    public void Images_are_standardised_by_channel()
    {
        using var scope = NewDisposeScope();
        var (low, high) = ImageNetInput.Range();
        Close.Values([-0.485 / 0.229, -0.456 / 0.224, -0.406 / 0.225], low.flatten().to(float64).data<double>().ToArray(), 1e-5);
        Assert.Equal(0, (ImageNetInput.Standardise(ones(2, 3, 4, 5)) - high).abs().max().item<float>(), 1e-5f);
        Assert.Equal(0, (ImageNetInput.Standardise(zeros(3, 4, 5)) - low).abs().max().item<float>(), 1e-5f);
        Assert.Throws<ArgumentException>(() => ImageNetInput.Standardise(zeros(1, 4, 5)));
    }

    [Fact]
    public void Widths_below_one_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Vgg16.Build(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ResNet50.Build(10, 0));
    }
}
