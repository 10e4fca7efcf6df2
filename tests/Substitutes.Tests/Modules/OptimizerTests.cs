using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Substitutes.Tests.Modules;

/// <summary>Twenty steps of every optimizer with every option, against PyTorch.</summary>
[Collection("random")]
public sealed class OptimizerTests
{
    private static readonly Dictionary<string, Func<Sequential, optim.Optimizer>> optimizers = new()
    {
        ["SGD"] = m => optim.SGD(m.parameters(), 0.1),
        ["SGD.momentum"] = m => optim.SGD(m.named_parameters(), 0.05, momentum: 0.9),
        ["SGD.dampening"] = m => optim.SGD(m.parameters(), 0.05, momentum: 0.9, dampening: 0.5),
        ["SGD.decay"] = m => optim.SGD(m.parameters(), 0.1, weight_decay: 0.1),
        ["SGD.nesterov"] = m => optim.SGD(m.parameters(), 0.05, momentum: 0.9, weight_decay: 0.01, nesterov: true),
        ["SGD.maximize"] = m => optim.SGD(m.parameters(), 0.001, momentum: 0.5, weight_decay: 0.1, maximize: true),
        ["Adam"] = m => optim.Adam(m.parameters(), 0.05),
        ["Adam.betas"] = m => optim.Adam(m.named_parameters(), 0.05, beta1: 0.8, beta2: 0.9, eps: 1e-4),
        ["Adam.decay"] = m => optim.Adam(m.parameters(), 0.05, weight_decay: 0.1),
        ["Adam.amsgrad"] = m => optim.Adam([new Adam.ParamGroup(m.parameters(), new Adam.Options { amsgrad = true })], 0.05),
        ["Adam.maximize"] = m => optim.Adam(m.parameters(), 0.001, weight_decay: 0.1, maximize: true),
        ["AdamW"] = m => optim.AdamW(m.parameters(), 0.05),
        ["AdamW.decay"] = m => optim.AdamW(m.named_parameters(), 0.05, weight_decay: 0.2),
        ["AdamW.amsgrad"] = m => optim.AdamW([new AdamW.ParamGroup(m.parameters(), 0.05, weight_decay: 0.1, amsgrad: true)], 1),
        ["AdamW.maximize"] = m => optim.AdamW(m.parameters(), 0.001, weight_decay: 0.1, maximize: true),
        ["groups"] = m => optim.SGD(
            [new SGD.ParamGroup { Parameters = ((nn.Module)m[0]).parameters() }, new SGD.ParamGroup(((nn.Module)m[2]).parameters(), 0.01, 0.5)], 0.1),
    };

    public static TheoryData<string> Optimizers => [.. optimizers.Keys];

    private static Sequential Model(ScalarType type)
    {
        manual_seed(8);
        return nn.Sequential(nn.Linear(3, 4, dtype: type), nn.Tanh(), nn.Linear(4, 2, dtype: type));
    }

    private static Tensor Loss(Sequential model, ScalarType type) =>
        (model.call(Recorded.Ramp(type, 6, 3)) - Recorded.Ramp(type, 6, 2) * 3).square().mean();

    private static Tensor Train(Sequential model, optim.Optimizer optimizer, ScalarType type, int steps)
    {
        Tensor? loss = null;
        for (var i = 0; i < steps; i++)
        {
            optimizer.zero_grad();
            loss = Loss(model, type);
            loss.backward();
            optimizer.step();
        }
        return loss!;
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void TwentyStepsAreThoseOfPyTorch(string name)
    {
        using var scope = NewDisposeScope();
        foreach (var (type, suffix, tolerance) in new[] { (ScalarType.Float32, "f32", 1e-6), (ScalarType.Float64, "f64", 1e-12) })
        {
            using var model = Model(type);
            using var optimizer = optimizers[name](model);
            var loss = Train(model, optimizer, type, 20);
            var recorded = $"train.{name}.{suffix}";
            Recorded.Equal(recorded + ".loss", loss, tolerance);
            foreach (var (key, parameter) in model.named_parameters()) Recorded.Equal($"{recorded}.{key}", parameter, tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void ASavedOptimizerGoesOnWhereItStopped(string name)
    {
        using var scope = NewDisposeScope();
        var type = ScalarType.Float64;
        using var straight = Model(type);
        using var whole = optimizers[name](straight);
        Train(straight, whole, type, 12);

        using var first = Model(type);
        using var before = (OptimizerHelper)optimizers[name](first);
        Train(first, before, type, 5);
        var file = Path.GetTempFileName();
        try
        {
            before.save_state_dict(file);
            using var second = Model(type);
            second.load_state_dict(first.state_dict());
            using var after = (OptimizerHelper)optimizers[name](second);
            after.load_state_dict(file);
            Train(second, after, type, 7);
            foreach (var (key, parameter) in straight.named_parameters())
                Assert.Equal(Recorded.ValuesOf(parameter), Recorded.ValuesOf(second.get_parameter(key)!));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(ScalarType.Float32, 1e-6)]
    [InlineData(ScalarType.Float64, 1e-14)]
    public void AdamInOnePassAgreesWithItsOperators(ScalarType type, double tolerance) =>
        AgreesWithItsOperators(type, tolerance, parameter => optim.Adam([parameter], 0.05, weight_decay: 0));

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void MomentumInOnePassIsThatOfItsOperatorsToTheBit(ScalarType type) =>
        AgreesWithItsOperators(type, 0, parameter => optim.SGD([parameter], 0.05, momentum: 0.9));

    // A gradient that is not contiguous goes by operators, a contiguous one in one pass: they must agree, at every length of the rest.
    private static void AgreesWithItsOperators(ScalarType type, double tolerance, Func<Parameter, optim.Optimizer> make)
    {
        using var scope = NewDisposeScope();
        for (var length = 1; length <= 21; length++)
        {
            var straight = nn.Parameter(Recorded.Ramp(type, 3, length));
            var turned = nn.Parameter(Recorded.Ramp(type, 3, length));
            using var one = make(straight);
            using var other = make(turned);
            for (var step = 1; step <= 5; step++)
            {
                var grad = Recorded.Ramp(type, 3, length) * step - 1;
                straight.grad = grad;
                turned.grad = grad.t().contiguous().t();
                Assert.Equal(length == 1, turned.grad!.is_contiguous());
                one.step();
                other.step();
            }
            Recorded.Close($"length {length}", Recorded.ValuesOf(turned), Recorded.ValuesOf(straight), tolerance);
        }
    }

    [Fact]
    public void TheStateFileHasTheGenuineLayout()
    {
        using var scope = NewDisposeScope();
        var parameter = nn.Parameter(tensor(new[] { 1f }));
        using var optimizer = optim.SGD([parameter], 0.5, momentum: 0.25);
        (parameter * 2).sum().backward();
        optimizer.step();
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream)) optimizer.save_state_dict(writer);
        using var expected = new MemoryStream();
        using (var writer = new BinaryWriter(expected))
        {
            writer.Write("SGD");
            writer.Write((byte)1);
            writer.Write((byte)1);
            foreach (var number in new[] { 0.5, 0.5, 0.25, 0, 0 }) writer.Write(number);
            writer.Write(false);
            writer.Write(false);
            writer.Write(true);
            writer.Write([6, 1, 1]);
            writer.Write(2f);
        }
        Assert.Equal(System.Convert.ToHexString(expected.ToArray()), System.Convert.ToHexString(stream.ToArray()));
    }

    [Fact]
    public void AStateOfAnotherOptimizerIsRefused()
    {
        using var scope = NewDisposeScope();
        using var one = nn.Linear(1, 1);
        using var adam = optim.Adam(one.parameters());
        using var sgd = optim.SGD(one.parameters(), 0.1);
        using var fewer = optim.SGD([one.weight], 0.1);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        sgd.save_state_dict(writer);
        writer.Flush();
        stream.Position = 0;
        Assert.Throws<InvalidDataException>(() => adam.load_state_dict(new BinaryReader(stream)));
        stream.Position = 0;
        Assert.Throws<ArgumentException>(() => fewer.load_state_dict(new BinaryReader(stream)));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    public void AStateThatDoesNotFitLeavesWhatWasThere(long size, bool cut)
    {
        using var scope = NewDisposeScope();
        byte[] Saved(SGD sgd)
        {
            using var stream = new MemoryStream();
            using var writer = new BinaryWriter(stream);
            sgd.save_state_dict(writer);
            writer.Flush();
            return stream.ToArray();
        }
        SGD After(long size, double step)
        {
            var parameter = nn.Parameter(zeros(size));
            var sgd = optim.SGD([parameter], 0.1, momentum: 0.9);
            parameter.grad = full(size, step);
            sgd.step();
            return sgd;
        }
        using var ours = After(4, 1);
        using var other = After(size, 2);
        var before = Saved(ours);
        var file = Saved(other);
        Assert.ThrowsAny<Exception>(() => ours.load_state_dict(new BinaryReader(new MemoryStream(cut ? file[..^1] : file))));
        Assert.Equal(before, Saved(ours));
        ours.step();
    }

    [Fact]
    public void LearningRatesAreReadAndSetByGroup()
    {
        using var layer = nn.Linear(1, 1);
        using var optimizer = optim.SGD([layer.weight], 0.5);
        optimizer.add_param_group(new SGD.ParamGroup { Parameters = [layer.bias!], Options = new SGD.Options { LearningRate = 0.25 } });
        Assert.Equal([0.5, 0.25], optimizer.ParamGroups.Select(g => g.LearningRate));
        Assert.Equal([0.5, 0.25], optimizer.ParamGroups.Select(g => g.InitialLearningRate));
        Assert.Equal([layer.weight, layer.bias!], optimizer.parameters(), ReferenceEqualityComparer.Instance);
        Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new SGD.ParamGroup { Parameters = [layer.bias!] }));
        using var scope = NewDisposeScope();
        foreach (var group in optimizer.ParamGroups) group.LearningRate = 0;
        var before = layer.weight.item<float>();
        layer.call(ones(1, 1)).sum().backward();
        optimizer.step();
        Assert.Equal(before, layer.weight.item<float>());
    }

    [Fact]
    public void StepTakesAClosureAndReturnsItsLoss()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(1, 1);
        using var optimizer = optim.Adam(layer.parameters());
        Assert.Null(optimizer.step());
        using var off = no_grad();
        var loss = optimizer.step(() =>
        {
            var value = layer.call(ones(1, 1)).sum();
            value.backward();
            return value;
        });
        Assert.False(loss!.IsInvalid);
        Assert.NotNull(layer.weight.grad);
    }

    [Fact]
    public void ParametersWithoutGradientStayAsTheyAre()
    {
        using var scope = NewDisposeScope();
        using var used = nn.Linear(1, 1);
        using var idle = nn.Linear(1, 1);
        using var optimizer = optim.AdamW(used.parameters().Concat(idle.parameters()), weight_decay: 0.5);
        var before = idle.weight.item<float>();
        used.call(ones(1, 1)).sum().backward();
        optimizer.step();
        Assert.Equal(before, idle.weight.item<float>());
    }

    [Fact]
    public void ImpossibleSettingsAreRefused()
    {
        using var layer = nn.Linear(1, 1);
        Assert.Throws<ArgumentException>(() => optim.SGD(layer.parameters(), -1));
        Assert.Throws<ArgumentException>(() => optim.SGD(layer.parameters(), 1, nesterov: true));
        Assert.Throws<ArgumentException>(() => optim.Adam(layer.parameters(), beta1: 1));
        Assert.Throws<ArgumentException>(() => optim.AdamW(layer.parameters(), eps: -1));
    }
}
