using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static Substitutes.Tests.Modules.Recorded;
using static TorchSharp.torch;
using Module = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;

namespace Substitutes.Tests.Modules;

/// <summary>Outputs and gradients of every layer with PyTorch's; the layers keep what they are given readable.</summary>
[Collection("random")]
public sealed class ForwardTests
{
    private const double Tolerance = 2e-6;

    public static TheoryData<string> Layers => [.. layers.Keys];

    private static readonly Dictionary<string, (Func<Module> make, Func<Tensor> input)> layers = new()
    {
        ["Linear"] = (() => nn.Linear(5, 3), () => Ramp(4, 5)),
        ["Conv1d"] = (() => nn.Conv1d(2, 3, 3, stride: 2, padding: 1), () => Ramp(2, 2, 7)),
        ["Conv1dSame"] = (() => nn.Conv1d(2, 3, 4, Padding.Same, dilation: 2), () => Ramp(2, 2, 9)),
        ["Conv1dCircular"] = (() => nn.Conv1d(2, 3, 3, padding: 2, padding_mode: PaddingModes.Circular), () => Ramp(1, 2, 6)),
        ["Conv2d"] = (() => nn.Conv2d(2, 4, (3, 2), stride: (2, 1), padding: (1, 0), dilation: (1, 2), groups: 2), () => Ramp(2, 2, 6, 5)),
        ["Conv2dSame"] = (() => nn.Conv2d(2, 3, 3, Padding.Same), () => Ramp(1, 2, 4, 5)),
        ["Conv2dValid"] = (() => nn.Conv2d(2, 3, (3, 3), Padding.Valid, bias: false), () => Ramp(1, 2, 4, 5)),
        ["Conv2dReflect"] = (() => nn.Conv2d(2, 3, (3, 3), padding: (1, 2), padding_mode: PaddingModes.Reflect), () => Ramp(1, 2, 4, 5)),
        ["Conv2dReplicate"] = (() => nn.Conv2d(2, 3, 3, padding: 1, padding_mode: PaddingModes.Replicate), () => Ramp(1, 2, 4, 5)),
        ["Conv2dUnbatched"] = (() => nn.Conv2d(2, 3, 3), () => Ramp(2, 4, 5)),
        ["ConvTranspose1d"] = (() => nn.ConvTranspose1d(2, 3, 3, stride: 2, padding: 1, output_padding: 1), () => Ramp(2, 2, 4)),
        ["ConvTranspose2d"] = (
            () => nn.ConvTranspose2d(2, 4, (3, 2), stride: (2, 2), padding: (1, 0), dilation: (1, 2), groups: 2), () => Ramp(1, 2, 3, 4)),
        ["MaxPool1d"] = (() => nn.MaxPool1d(3, stride: 2, padding: 1, dilation: 1), () => Ramp(1, 2, 9)),
        ["MaxPool2d"] = (() => nn.MaxPool2d(2), () => Ramp(1, 2, 5, 6)),
        ["MaxPool2dWide"] = (() => nn.MaxPool2d((3, 2), stride: (2, 1), padding: (1, 0), ceil_mode: true), () => Ramp(1, 2, 6, 5)),
        ["AvgPool1d"] = (() => nn.AvgPool1d(3, padding: 1, count_include_pad: false), () => Ramp(1, 2, 9)),
        ["AvgPool2d"] = (() => nn.AvgPool2d([2, 3], stride: [1, 2], padding: [1, 1], divisor_override: 5), () => Ramp(1, 2, 5, 6)),
        ["AdaptiveAvgPool1d"] = (() => nn.AdaptiveAvgPool1d(4), () => Ramp(2, 2, 7)),
        ["AdaptiveAvgPool2d"] = (() => nn.AdaptiveAvgPool2d((2, 3)), () => Ramp(1, 2, 5, 7)),
        ["Upsample"] = (() => nn.Upsample(scale_factor: [2, 3]), () => Ramp(1, 2, 3, 2)),
        ["UpsampleBilinear"] = (() => nn.Upsample(size: [5, 4], mode: UpsampleMode.Bilinear, align_corners: true), () => Ramp(1, 2, 3, 2)),
        ["ReLU"] = (() => nn.ReLU(), () => Ramp(3, 4)),
        ["LeakyReLU"] = (() => nn.LeakyReLU(0.2), () => Ramp(3, 4)),
        ["ELU"] = (() => nn.ELU(1.5), () => Ramp(3, 4)),
        ["Sigmoid"] = (() => nn.Sigmoid(), () => Ramp(3, 4)),
        ["Tanh"] = (() => nn.Tanh(), () => Ramp(3, 4)),
        ["SiLU"] = (() => nn.SiLU(), () => Ramp(3, 4)),
        ["GELU"] = (() => nn.GELU(), () => Ramp(3, 4)),
        ["Softmax"] = (() => nn.Softmax(1), () => Ramp(3, 4)),
        ["LogSoftmax"] = (() => nn.LogSoftmax(0), () => Ramp(3, 4)),
        ["Softplus"] = (() => nn.Softplus(2, 1.5), () => Ramp(3, 4)),
        ["Identity"] = (() => nn.Identity(), () => Ramp(3, 4)),
        ["ZeroPad2d"] = (() => nn.ZeroPad2d((1, 0, 2, 1)), () => Ramp(1, 3, 4)),
        ["Flatten"] = (() => nn.Flatten(), () => Ramp(2, 3, 4)),
        ["Unflatten"] = (() => nn.Unflatten(1, [2, 3]), () => Ramp(2, 6)),
        ["LayerNorm"] = (() => nn.LayerNorm([3, 4], eps: 1e-3), () => Ramp(2, 3, 4)),
        ["LayerNormPlain"] = (() => nn.LayerNorm(4, elementwise_affine: false), () => Ramp(2, 3, 4)),
        ["Embedding"] = (() => nn.Embedding(5, 3, padding_idx: 2), () => tensor(new long[,] { { 0, 2 }, { 4, 0 } })),
        ["EmbeddingMaxNorm"] = (() => nn.Embedding(5, 3, max_norm: 1.0), () => tensor(new long[] { 1, 3 })),
        ["EmbeddingScaled"] = (() => nn.Embedding(5, 3, scale_grad_by_freq: true), () => tensor(new long[] { 1, 1, 3 })),
    };

    private static T Fill<T>(T module) where T : nn.Module
    {
        using var off = no_grad();
        foreach (var parameter in module.parameters()) parameter.copy_(Ramp(parameter.dtype, parameter.shape));
        return module;
    }

    private static void Check(string name, nn.Module module, Tensor given, Func<Tensor, Tensor> call)
    {
        var input = given.is_floating_point() ? given.clone().requires_grad_() : given;
        var output = call(input);
        Equal($"forward.{name}", output, Tolerance);
        (output * output).sum().backward();
        if (input.is_floating_point()) Equal($"forward.{name}.grad", input.grad, 20 * Tolerance);
        foreach (var (key, parameter) in module.named_parameters()) Equal($"forward.{name}.grad.{key}", parameter.grad, 20 * Tolerance);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void OutputsAndGradientsAreThoseOfPyTorch(string name)
    {
        using var scope = NewDisposeScope();
        var (make, input) = layers[name];
        using var module = Fill(make());
        Check(name, module, input(), module.call);
    }

    [Fact]
    public void TransposedConvolutionReachesTheSizeAskedFor()
    {
        using var scope = NewDisposeScope();
        using var layer = Fill(nn.ConvTranspose2d(2, 3, 3, stride: 2));
        Check("ConvTranspose2dSized", layer, Ramp(1, 2, 3, 4), x => layer.forward(x, [8, 9]));
        Assert.Throws<ArgumentException>(() => layer.forward(Ramp(1, 2, 3, 4), [9, 9]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void BatchNormFollowsItsBatches(int dims)
    {
        using var scope = NewDisposeScope();
        var shape = dims == 1 ? new long[] { 4, 3 } : [2, 3, 2, 2];
        using NormBase layer = Fill<NormBase>(dims == 1 ? nn.BatchNorm1d(3, eps: 1e-3, momentum: 0.3) : nn.BatchNorm2d(3, eps: 1e-3, momentum: 0.3));
        Check($"BatchNorm{dims}d", layer, Ramp(shape), layer.call);
        layer.call(Ramp(shape) * 2);
        EqualState($"trained.BatchNorm{dims}d", layer, Tolerance);
        Assert.Equal(2, layer.num_batches_tracked!.item<long>());
        layer.eval();
        layer.zero_grad();
        Check($"BatchNorm{dims}dEval", layer, Ramp(shape), layer.call);
        Assert.Equal(2, layer.num_batches_tracked!.item<long>());
        Assert.Throws<ArgumentException>(() => layer.call(Ramp(3)));
        layer.reset_running_stats();
        Assert.Equal([0, 0, 0], ValuesOf(layer.running_mean!));
        Assert.Equal([1, 1, 1], ValuesOf(layer.running_var!));
    }

    [Fact]
    public void DropoutDrawsWhatPyTorchDrawsAndIsIdleInEvaluation()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        using var one = nn.Dropout(0.4);
        using var two = nn.Dropout2d(0.5);
        Check("Dropout", one, Ramp(5, 6), one.call);
        Check("Dropout2d", two, Ramp(2, 4, 2, 2), two.call);
        one.eval();
        Assert.Equal(ValuesOf(Ramp(5, 6)), ValuesOf(one.call(Ramp(5, 6))));
    }

    [Theory]
    [InlineData(nn.Reduction.None, "none")]
    [InlineData(nn.Reduction.Mean, "mean")]
    [InlineData(nn.Reduction.Sum, "sum")]
    public void LossesAreThoseOfPyTorch(nn.Reduction reduction, string name)
    {
        using var scope = NewDisposeScope();
        var target = tensor(new long[] { 2, 0, 1, 3 });
        var weight = tensor(new[] { 1f, 2f, 0.5f, 1.5f });
        void Loss(string loss, Loss<Tensor, Tensor, Tensor> module, Tensor y) =>
            Check($"{loss}.{name}", module, Ramp(4, 4), x => module.call(x, y));
        Loss("CrossEntropyLoss", nn.CrossEntropyLoss(weight, ignore_index: 0, reduction: reduction), target);
        Loss("CrossEntropySmoothed", new CrossEntropyLoss(reduction: reduction, label_smoothing: 0.1), target);
        Loss("NLLLoss", nn.NLLLoss(reduction: reduction), target);
        Loss("MSELoss", nn.MSELoss(reduction), Ramp(4, 4).t().contiguous());
        Loss("L1Loss", nn.L1Loss(reduction), Ramp(4, 4).t().contiguous());
        Loss("BCEWithLogitsLoss", nn.BCEWithLogitsLoss(weight, reduction, tensor(new[] { 3f, 1f, 1f, 2f })),
            (Ramp(4, 4) > 0.3).to(ScalarType.Float32));
    }

    [Fact]
    public void PoolingTellsWhereTheMaximaLie()
    {
        using var scope = NewDisposeScope();
        using var pool = nn.MaxPool2d(2);
        var x = Ramp(1, 1, 4, 4);
        var (values, indices) = pool.forward_with_indices(x);
        Assert.Equal(ValuesOf(values), ValuesOf(x.flatten().index_select(0, indices.flatten())));
        using var line = nn.MaxPool1d(2);
        var (lineValues, lineIndices) = line.forward_with_indices(Ramp(1, 1, 6));
        Assert.Equal(ValuesOf(lineValues), ValuesOf(Ramp(6).index_select(0, lineIndices.flatten())));
    }

    [Fact]
    public void InPlaceActivationsChangeTheirInputAndReturnANewHandle()
    {
        using var scope = NewDisposeScope();
        foreach (var module in new Module[]
        {
            nn.ReLU(true), nn.LeakyReLU(0.1, true), nn.ELU(1, true), nn.Sigmoid(true), nn.Tanh(true), nn.SiLU(true), nn.Dropout(1.0, true),
        })
        {
            var x = Ramp(3, 4);
            var y = module.call(x);
            Assert.NotSame(x, y);
            Assert.Equal(ValuesOf(x), ValuesOf(y));
            Assert.NotEqual(ValuesOf(Ramp(3, 4)), ValuesOf(x));
        }
    }
}
