using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.Modules;

[Collection("random")]
public sealed class LifetimeTests
{
    [Fact]
    public void AParameterTakesTheHandle()
    {
        var data = ones(2);
        using var parameter = nn.Parameter(data);
        Assert.True(data.IsInvalid);
        Assert.True(parameter.requires_grad);
        Assert.True(parameter.is_leaf);
        using var fixedOne = new Parameter(ones(2), requires_grad: false);
        Assert.False(fixedOne.requires_grad);
        using var copy = parameter.clone();
        Assert.IsNotType<Parameter>(copy);
    }

    [Fact]
    public void LayersOutliveTheScopeTheyAreMadeInOwnParametersDoNot()
    {
        nn.Module layer, own;
        using (NewDisposeScope())
        {
            layer = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2), nn.Conv2d(1, 1, 1), nn.Embedding(2, 2), nn.LayerNorm(2));
            own = new OwnParameter();
        }
        Assert.Equal(9, layer.parameters().Count());
        Assert.Equal(3, layer.buffers().Count());
        Assert.Empty(own.parameters());
        layer.Dispose();
        own.Dispose();
    }

    [Fact]
    public void DisposingAModuleDisposesWhatItHolds()
    {
        var net = new Net();
        var held = net.state_dict().Values.ToList();
        net.Dispose();
        Assert.All(held, t => Assert.True(t.IsInvalid));
        Assert.Empty(net.parameters());
    }

    [Fact]
    public void AssigningAParameterReplacesAndDisposesTheOldOne()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(2, 1);
        var old = layer.bias!;
        layer.bias = null;
        Assert.True(old.IsInvalid);
        Assert.Equal(["weight"], layer.named_parameters().Select(p => p.name));
        layer.weight = nn.Parameter(ones(1, 2));
        Assert.Equal([7], Recorded.ValuesOf(layer.call(tensor(new[] { 3f, 4f }))));
        using var made = nn.Linear(nn.Parameter(ones(3, 2)), nn.Parameter(zeros(3)));
        Assert.Equal((2L, 3L), (made.in_features, made.out_features));
        Assert.Equal([7, 7, 7], Recorded.ValuesOf(made.call(tensor(new[] { 3f, 4f }))));
    }

    [Fact]
    public void ZeroGradRemovesGradientsOnTheModuleAndZeroesThemOnTheOptimizer()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(2, 1);
        using var optimizer = optim.SGD(layer.parameters(), 0.1);
        layer.call(ones(1, 2)).sum().backward();
        optimizer.zero_grad();
        Assert.Equal([0, 0], Recorded.ValuesOf(layer.weight.grad!));
        layer.call(ones(1, 2)).sum().backward();
        layer.zero_grad(set_to_none: false);
        Assert.Equal([0, 0], Recorded.ValuesOf(layer.weight.grad!));
        layer.zero_grad();
        Assert.Null(layer.weight.grad);
    }

    [Theory]
    [InlineData("SGD")]
    [InlineData("Adam")]
    public void TrainingInScopesLeavesNoTensorBehind(string name)
    {
        using var net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(2, 2));
        using optim.Optimizer optimizer = name == "SGD" ? optim.SGD(net.parameters(), 0.01, momentum: 0.9) : optim.Adam(net.parameters(), amsgrad: true);
        using var x = randn(4, 1, 4, 4);
        using var y = tensor(new long[] { 0, 1, 1, 0 });
        void Step()
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.cross_entropy(net.call(x), y).backward();
            optimizer.step();
        }
        Step();
        var live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var i = 0; i < 100; i++) Step();
        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void CallingAModelChangesNothingOfIt()
    {
        using var scope = NewDisposeScope();
        using var net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.ReLU(), nn.Flatten(), nn.Linear(8, 2));
        net.eval();
        var before = net.state_dict().ToDictionary(e => e.Key, e => Recorded.ValuesOf(e.Value));
        var handles = net.parameters().ToList();
        var x = randn(3, 1, 4, 4);
        var input = Recorded.ValuesOf(x);
        net.call(x);
        Assert.Equal(input, Recorded.ValuesOf(x));
        Assert.False(net.training);
        Assert.Equal(handles, net.parameters(), ReferenceEqualityComparer.Instance);
        foreach (var (key, value) in net.state_dict()) Assert.Equal(before[key], Recorded.ValuesOf(value));
        Assert.All(net.parameters(), p => Assert.True(p.requires_grad));
        Assert.All(net.parameters(), p => Assert.Null(p.grad));
    }

    private sealed class OwnParameter : nn.Module
    {
        private readonly Parameter p = nn.Parameter(ones(2));

        public OwnParameter() : base("OwnParameter") => RegisterComponents();

        public override string ToString() => $"{p}";
    }
}
