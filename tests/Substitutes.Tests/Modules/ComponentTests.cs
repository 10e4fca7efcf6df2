using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.Modules;

public sealed class ComponentTests
{
    private static readonly string[] expected =
    [
        "scale", "_fc.weight", "_fc.bias", "renamed.1.weight", "renamed.1.bias", "<Auto>k__BackingField.weight",
        "<List>k__BackingField.0.weight", "<List>k__BackingField.1.weight", "inherited.weight", "inherited.bias",
    ];

    [Fact]
    public void FieldsBecomeComponentsUnderTheirNames()
    {
        using var net = new Net();
        Assert.Equal(expected.Order(), net.named_parameters().Select(p => p.name).Order());
        Assert.Equal("scale", net.named_parameters().First().name);
        Assert.Equal(["scale"], net.named_parameters(recurse: false).Select(p => p.name));
        Assert.Equal(["offset"], net.named_buffers().Select(b => b.name));
        Assert.Equal([.. net.named_parameters().Select(p => p.name), "offset"], net.state_dict().Keys);
        Assert.Same(net.Scale, net.get_parameter("scale"));
        Assert.Same(net.Fc.weight, net.get_parameter("_fc.weight"));
        Assert.Same(net.Offset, net.get_buffer("offset"));
        Assert.Null(net.get_parameter("nothing"));
        Assert.Equal(expected.Length, net.parameters().Count());
        Assert.Same(net.Offset, Assert.Single(net.buffers()));
    }

    [Fact]
    public void NamedModulesLeavesItselfOutAndListsChildrenFirst()
    {
        using var net = nn.Sequential(
            ("a", nn.Sequential(("x", nn.ReLU()), ("y", nn.Sequential(nn.Tanh())))), ("b", nn.Sigmoid()));
        Assert.Equal(["a", "b", "a.x", "a.y", "a.y.0"], net.named_modules().Select(m => m.name));
        Assert.Equal(["a", "b"], net.named_children().Select(m => m.name));
        Assert.Equal(2, net.children().Count());
        Assert.Equal(5, net.modules().Count());
        Assert.DoesNotContain(net, net.modules());
        Assert.Equal("Sequential", net.GetName());
        Assert.Equal("Sigmoid", net.children().Last().GetName());
    }

    [Fact]
    public void ASharedParameterIsListedOnce()
    {
        using var layer = nn.Linear(2, 2, hasBias: false);
        using var net = nn.Sequential(("one", layer), ("two", layer));
        Assert.Equal(["one.weight"], net.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void WithoutRegistrationAModuleHasNoParameters()
    {
        using var net = new Unregistered();
        Assert.Empty(net.parameters());
        using var parent = nn.ModuleList(net);
        Assert.Empty(parent.parameters());
        using var holder = new Holder(parent);
        Assert.Equal(["list.0.layer.weight", "list.0.layer.bias"], holder.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void ASequentialDoesNotRegisterItsLayersComponents()
    {
        using var net = nn.Sequential(new Unregistered());
        Assert.Empty(net.parameters());
    }

    [Fact]
    public void NamesAreCheckedAndNotTakenTwice()
    {
        using var net = new Holder();
        using var layer = nn.ReLU();
        Assert.Throws<ArgumentException>(() => net.register_module("", layer));
        Assert.Throws<ArgumentException>(() => net.register_module("a.b", layer));
        net.register_module("a", layer);
        Assert.Throws<InvalidOperationException>(() => net.register_module("a", layer));
        using var parameter = nn.Parameter(ones(2));
        net.register_parameter("p", parameter);
        Assert.Throws<InvalidOperationException>(() => net.register_parameter("p", parameter));
        using var buffer = ones(2);
        net.register_buffer("b", buffer);
        Assert.Throws<InvalidOperationException>(() => net.register_buffer("b", buffer));
        Assert.Throws<ArgumentNullException>(() => net.register_buffer("c", null!));
        net.register_parameter("p", null!);
        Assert.Empty(net.parameters());
    }

    [Fact]
    public void BuffersThatAreNotPersistentAreNeverListed()
    {
        using var net = new Holder();
        using var buffer = ones(2);
        net.register_buffer("b", buffer, persistent: false);
        Assert.Empty(net.named_buffers(include_nonpersistent: true));
        Assert.Empty(net.state_dict());
    }

    [Fact]
    public void ListsAndDictionariesHoldWhatTheyAreGiven()
    {
        using var net = new Containers();
        Assert.Equal(["list.0.weight", "list.1.weight", "map.first.weight", "map.second.weight", "parameters_.0", "parameters_.1"],
            net.named_parameters().Select(p => p.name));
        Assert.Equal(2, net.list.Count);
        Assert.Same(net.list[1], net.list.Last());
        Assert.Equal(["first", "second"], net.map.Keys);
        Assert.Equal(2, net.map.Values.Count);
        Assert.True(net.map.ContainsKey("first"));
        Assert.Equal(2, net.map.Count);
        Assert.Same(net.map["first"], net.map.First().Item2);
        Assert.Equal(2, net.parameters_.Count);
        Assert.Same(net.parameters_[1], net.parameters_.Last());
        net.list[0] = nn.Linear(3, 3, hasBias: false);
        net.map["first"] = nn.Linear(4, 4, hasBias: false);
        Assert.Equal([3, 3], net.get_parameter("list.0.weight")!.shape);
        Assert.Equal([4, 4], net.get_parameter("map.first.weight")!.shape);
        net.parameters_[0] = nn.Parameter(ones(5));
        Assert.Equal([5], net.get_parameter("parameters_.0")!.shape);
        net.@double();
        Assert.Equal(ScalarType.Float64, net.parameters_[0].dtype);
        Assert.Equal(ScalarType.Float64, net.parameters_.Last().dtype);
    }

    [Fact]
    public void TrainingModeReachesEveryModule()
    {
        using var net = nn.Sequential(nn.Dropout(), nn.Sequential(nn.Dropout()));
        Assert.True(net.training);
        net.eval();
        Assert.All(net.modules(), m => Assert.False(m.training));
        net.train();
        Assert.All(net.modules(), m => Assert.True(m.training));
    }

    [Fact]
    public void ApplyVisitsChildrenBeforeTheirParent()
    {
        using var net = nn.Sequential(("a", nn.Sequential(("x", nn.ReLU()))), ("b", nn.Sigmoid()));
        var seen = new List<string>();
        Assert.Same(net, net.apply(m => seen.Add(m.GetName())));
        Assert.Equal(["ReLU", "Sequential", "Sigmoid", "Sequential"], seen);
    }

    private sealed class Unregistered() : nn.Module<Tensor, Tensor>("Unregistered")
    {
        private readonly Linear layer = nn.Linear(2, 2);

        public override Tensor forward(Tensor input) => layer.call(input);
    }

    private sealed class Holder : nn.Module
    {
        private readonly nn.Module? list;

        public Holder(nn.Module? list = null) : base("Holder")
        {
            this.list = list;
            RegisterComponents();
        }

        public override string ToString() => $"{list}";
    }

    private sealed class Containers : nn.Module
    {
        public readonly ModuleList<Linear> list = nn.ModuleList(nn.Linear(1, 2, hasBias: false));
        public readonly ModuleDict<Linear> map = nn.ModuleDict(("first", nn.Linear(2, 2, hasBias: false)));
        public readonly ParameterList parameters_ = nn.ParameterList(nn.Parameter(ones(2)));

        public Containers() : base("Containers")
        {
            RegisterComponents();
            list.append(nn.Linear(2, 2, hasBias: false));
            map.Add("second", nn.Linear(2, 1, hasBias: false));
            parameters_.append(nn.Parameter(zeros(2)));
        }
    }
}
