using Limpid.Relevance;
using Limpid.Relevance.Attributions;
using Limpid.Relevance.Networks;
using TorchSharp;
using Xunit;
using static Limpid.Tests.Relevance.Attributions.SmallModels;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Limpid.Tests.Relevance.Attributions;

/// <summary>What holds for every method: faults are named, nothing of the user's changes, nothing is left behind.</summary>
[Collection(ProcessCollection.Name)]
public class AttributionContractTests
{
    private static readonly Dictionary<string, Func<ScoringModel, Tensor, ClassTarget, int, Tensor>> Methods = new()
    {
        ["gradient"] = (model, x, target, size) => Attribution.Gradient(model, x, target, size),
        ["gradient times input"] = (model, x, target, size) => Attribution.GradientTimesInput(model, x, target, size),
        ["integrated gradients"] = (model, x, target, size) => Attribution.IntegratedGradients(model, x, target, steps: 3, batchSize: size),
        ["smooth gradient"] = (model, x, target, size) => Attribution.SmoothGrad(model, x, target, draws: 3, batchSize: size),
        ["occlusion"] = (model, x, target, size) => Attribution.Occlusion(model, x, target, window: [3], batchSize: size),
        ["guided backpropagation"] = (model, x, target, size) => Attribution.GuidedBackprop(model, x, target, size),
        ["grad-cam"] = (model, x, target, size) =>
        {
            using var map = Attribution.GradCam(model, x, "conv1", target, size);
            return map.Input.clone();
        },
        ["sampled shapley"] = (model, x, target, size) =>
        {
            using var groups = Groups();
            return Attribution.SampledShapley(model, x, target, 2, groups, batchSize: size);
        },
        ["exact shapley"] = (model, x, target, size) =>
        {
            using var groups = Groups();
            return Attribution.ExactShapley(model, x, target, groups, batchSize: size);
        },
    };

    public static TheoryData<string> Names() => [.. Methods.Keys];

    private static Tensor Groups() => tensor([0L, 0, 0, 1, 1, 1]);

    [Theory, MemberData(nameof(Names))]
    public void A_model_in_training_is_left_as_it_was(string name)
    {
        using var scope = NewDisposeScope();
        var model = Convolutional(1);
        model.train();
        var relu = model.named_children().First(child => child.name == "relu1").module;
        relu.eval();
        var before = model.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.clone());
        var x = randn([2, 2, 6, 6], float64).requires_grad_(true);
        var copy = x.detach().clone();
        var once = Methods[name](model, x, default, 64);
        Assert.False(once.requires_grad);
        Assert.Equal(0, Furthest(once, Methods[name](model, x, default, 64)));
        foreach (var (key, value) in model.state_dict()) Assert.True(value.equal(before[key]).all().ToBoolean(), key);
        Assert.All(model.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.grad is null));
        Assert.True(model.training);
        Assert.False(relu.training);
        Assert.True(x.requires_grad);
        Assert.Null(x.grad);
        Assert.Equal(0, Furthest(copy, x.detach()));
        Assert.True(is_grad_enabled());
    }

    [Theory, MemberData(nameof(Names))]
    public void Batches_and_the_form_of_the_target_do_not_matter(string name)
    {
        using var scope = NewDisposeScope();
        var model = Convolutional(2);
        model.eval();
        var x = randn([5, 2, 6, 6], float64);
        var map = Methods[name](model, x, default, 64);
        var largest = model.call(x).argmax(1).detach();
        using (no_grad()) Assert.True(Furthest(map, Methods[name](model, x, largest, 2)) < 1e-13);
        for (var n = 0; n < 5; n++) Assert.True(Furthest(map[n], Methods[name](model, x, largest[n].ToInt64(), 3)[n]) < 1e-13);
    }

    [Theory, MemberData(nameof(Names))]
    public void Faults_are_named_and_leave_all_as_it_was(string name)
    {
        using var scope = NewDisposeScope();
        var model = Convolutional(3);
        model.train();
        var method = Methods[name];
        var x = randn([2, 2, 6, 6], float64);
        Assert.Contains("0 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => method(model, x, 3, 64)).Message, StringComparison.Ordinal);
        Assert.Contains("is -1", Assert.Throws<ArgumentOutOfRangeException>(() => method(model, x, tensor([0L, -1]), 64)).Message, StringComparison.Ordinal);
        Assert.Contains("Int64 of shape [2]", Assert.Throws<ArgumentException>(() => method(model, x, tensor([0L]), 64)).Message, StringComparison.Ordinal);
        Assert.Contains("Float32", Assert.Throws<ArgumentException>(() => method(model, x.to(float32), default, 64)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => method(model, zeros([0, 2, 6, 6], float64), default, 64));
        Assert.Throws<ArgumentNullException>(() => method(model, null!, default, 64));
        Assert.Throws<ArgumentNullException>(() => method(null!, x, default, 64));
        Assert.Throws<ArgumentOutOfRangeException>(() => method(model, x, default, 0));
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => method(model, randn([2, 2, 12, 6], float64), default, 64));
        var bad = x.clone();
        bad[1, 0, 2, 2] = double.NaN;
        Assert.Contains("Sample 1", Assert.Throws<ArgumentException>(() => method(model, bad, default, 64)).Message, StringComparison.Ordinal);
        Assert.True(model.training);
        Assert.True(is_grad_enabled());
        Assert.All(model.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.grad is null));
        using (no_grad()) init.constant_(((TorchSharp.Modules.Conv2d)model.named_children().First(child => child.name == "conv2").module).bias!, double.NaN);
        var error = Assert.Throws<NonFiniteActivationException>(() => method(Network.Of(model), x, default, 64));
        Assert.Equal("conv2", error.Layer);
        Assert.Throws<NonFiniteActivationException>(() => method(model, x, default, 64));
    }

    [Fact]
    public void Scores_of_another_shape_and_inputs_without_gradient_are_refused()
    {
        using var scope = NewDisposeScope();
        using var picture = Conv2d(2, 3, 3L, dtype: float64);
        Assert.Contains("[2, C]", Assert.Throws<ArgumentException>(() => Attribution.Gradient(picture, randn([2, 2, 6, 6], float64))).Message, StringComparison.Ordinal);
        using var whole = new Formula(x => x.to(float32).sum(1L));
        Assert.Contains("Int64", Assert.Throws<ArgumentException>(() => Attribution.Gradient(whole, ones([2, 3], int64))).Message, StringComparison.Ordinal);
        using var cut = new Formula(x => x.detach().sum(1L));
        Assert.Contains("no gradient", Assert.Throws<ArgumentException>(() => Attribution.Gradient(cut, ones([2, 3], float64))).Message, StringComparison.Ordinal);
        using var root = new Formula(x => x.sqrt().sum(1L));
        Assert.Contains("gradient", Assert.Throws<NonFiniteActivationException>(() => Attribution.Gradient(root, zeros([2, 3], float64))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_overwrites_its_input_leaves_the_users_alone()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var model = Sequential(ReLU(inplace: true), nn.Linear(3, 2, dtype: float64));
        var x = randn([4, 3], float64);
        var copy = x.clone();
        Attribution.Gradient(model, x);
        Attribution.IntegratedGradients(model, x);
        Attribution.SmoothGrad(model, x);
        Attribution.Occlusion(model, x, window: [1]);
        Attribution.ExactShapley(model, x);
        Attribution.SampledShapley(model, x);
        Attribution.GuidedBackprop(model, x);
        Assert.Equal(0, Furthest(copy, x));
    }

    [Theory, MemberData(nameof(Names))]
    public void Nothing_is_left_behind(string name)
    {
        var model = Convolutional(5);
        using var x = randn([2, 2, 6, 6], float64);
        // No scope around it, which would hide what a method leaves.
        void Call(ClassTarget target) => Methods[name](model, x, target, 64).Dispose();

        Call(default);
        var before = LiveTensors.Settled();
        for (var i = 0; i < 100; i++)
        {
            Call(default);
            if (i % 10 == 0) Assert.Throws<ArgumentOutOfRangeException>(() => Call(5));
        }
        Assert.Equal(before, LiveTensors.Settled());
    }
}
