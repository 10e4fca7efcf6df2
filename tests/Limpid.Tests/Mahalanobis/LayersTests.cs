using Limpid.Mahalanobis;
using Limpid.Mahalanobis.Layers;
using Limpid.Mahalanobis.Mixtures;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis;

/// <summary>The modules: T17, T18, and each against its formula.</summary>
public class LayersTests
{
    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void OffsetL2IsTheDistance(int d, int seed)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, seed);
        var points = gaussian.Sample(30, new Seed(seed));
        var turned = points.mm(gaussian.Eigenvectors);
        using var paper = OffsetL2.OfAxes(gaussian);
        using var code = OffsetL2.OfAxes(gaussian, OffsetForm.Code);
        Assert.True(Cases.Gap(paper.Weights.square(), code.Weights) < 1e-9 * gaussian.ConditionNumber);
        var distances = gaussian.Distances(points).unsqueeze(1);
        Assert.True(Cases.Gap(paper.call(turned), distances) < 1e-8 && Cases.Gap(code.call(turned), distances) < 1e-8);
    }

    [Fact]
    public void OffsetL2ByHandAndAtItsCentre()
    {
        using var scope = NewDisposeScope();
        var (centres, weights) = (tensor(new double[,] { { 1, 0 }, { 0, 2 } }), tensor(new double[,] { { 3, -4 }, { 1, 1 } }));
        using var paper = OffsetL2.From(centres, weights);
        using var code = OffsetL2.From(centres, weights, OffsetForm.Code);
        var input = tensor(new double[,] { { 2, 1 }, { 1, 0 } }).requires_grad_();
        var output = paper.call(input);
        Close.Values([5, Math.Sqrt(5), 1e-6, Math.Sqrt(5)], Points.Numbers(output), 1e-12);
        // 3 - 4 is below 0 and clamped.
        Close.Values([1e-6, Math.Sqrt(5), 1e-6, Math.Sqrt(5)], Points.Numbers(code.call(input)), 1e-12);
        output.sum().backward();
        Assert.True(input.grad!.isfinite().all().ToBoolean() && paper.Weights.grad!.isfinite().all().ToBoolean());
        Assert.Equal(["centres", "weights"], paper.state_dict().Keys.Order());
        using var fresh = new OffsetL2(200, 50, new Seed(1));
        Close.Value(0.1, fresh.Centres.std().ToDouble(), 0.005);
        Assert.True(fresh.Weights.eq(1).all().ToBoolean() && fresh.Centres.Same(new OffsetL2(200, 50, new Seed(1)).Centres));
        Assert.Throws<ArgumentException>(() => OffsetL2.From(centres, ones([2, 3], dtype: float64)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OffsetL2(0, 1, default));
    }

    [Fact]
    public void ResponsibilitiesAreGradients()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(4);
        var distances = empty([64, 128]).normal_(0, 1, generator).requires_grad_();
        ImplicitEm.Loss(distances).sum().backward();
        var responsibilities = ImplicitEm.Responsibilities(distances.detach());
        Assert.True(distances.grad!.sub(responsibilities).abs().max().ToDouble() < 1e-7);
        Close.Value(64, responsibilities.sum().ToDouble(), 1e-4);
        Close.Value(-Math.Log(Math.Exp(-1) + Math.Exp(-3)), ImplicitEm.Loss(tensor(new double[,] { { 1, 3 } })).item<double>(), 1e-12);
    }

    [Fact]
    public void SmallModules()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new double[] { -2, 0, 3 }).requires_grad_();
        using var abs = new Abs();
        using var negate = new Negate();
        var y = negate.call(abs.call(x));
        Assert.Equal([-2.0, 0.0, -3.0], Points.Numbers(y));
        y.sum().backward();
        Assert.Equal([1.0, 0.0, -1.0], Points.Numbers(x.grad!));
        using var head = new MahalanobisHead(Cases.Layer(new double[,] { { 1, 0 }, { 0, 2 } }, [0, 1]), least: 0.25);
        var at = tensor(new double[,] { { 0, -0.5 }, { 3, 1.5 } });
        Close.Values([0.5, Math.Sqrt(25.25)], Points.Numbers(head.call(at)), 1e-12);
        Assert.Equal(2, head.parameters().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => new MahalanobisHead(nn.Linear(2, 2), least: -1));
    }

    [Fact]
    public void PointSlopeIsLinear()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        Tensor Normal(params long[] shape) => empty(shape, dtype: float64).normal_(0, 1, generator);
        var (weight, points, input) = (Normal(3, 4), Normal(3, 4), Normal(10, 4));
        using var layer = new PointSlopeLinear(weight, points);
        var slow = zeros([10, 3], dtype: float64);
        for (var n = 0; n < 10; n++)
            for (var i = 0; i < 3; i++) slow[n, i] = weight[i].mul(input[n].sub(points[i])).sum();
        Assert.True(Cases.Gap(layer.call(input), slow) < 1e-12);
        Assert.True(Cases.Gap(layer.ToLinear().call(input), slow) < 1e-12);
        Assert.True(layer.Weight.requires_grad && layer.Points.requires_grad);
        Assert.Throws<ArgumentException>(() => new PointSlopeLinear(weight, points[0]));
    }

    [Fact]
    public void PerturbationsByHand()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new double[,] { { -1, 0, 2 }, { 4, 0, 10 } });
        var ranges = UnitRanges.Of(x);
        Assert.Equal([-1.0, 0.0, 2.0], ranges.Least);
        Assert.Equal([4.0, 0.0, 10.0], ranges.Largest);
        Assert.Equal([-1.0, -1.0, -1.0], ranges.Common().Least);
        using var layer = new Perturbation(3, float64);
        double[] After(UnitChange change)
        {
            layer.Set(change);
            return Points.Numbers(layer.call(x));
        }

        Assert.Equal([-1.0, 0, 2, 4, 0, 10], After(UnitChange.None(3)));
        Assert.Equal([-0.5, 0, 1, 2, 0, 5], After(UnitChange.Scaling(3, 0.5)));
        Assert.Equal([-1.0, 0, 2, 1.5, 0, 6], After(UnitChange.Clipping(ranges, 0.5)));
        Assert.Equal([1.5, 0, 6, 4, 0, 10], After(UnitChange.Raising(ranges, 0.5)));
        // Unit 0: t = 2.5, s = 1.5 / 4; unit 2: t = 4, s = 6 / 10; the largest stays.
        Close.Values([2.125, 0, 5.2, 4, 0, 10], After(UnitChange.Offset(ranges, 0.5)), 1e-12);
        Assert.Equal([-1.0, 0, 2, 4, 0, 10], After(UnitChange.Offset(ranges, 0)));
        Assert.Empty(layer.parameters());
        Assert.Throws<ArgumentException>(() => layer.Set(UnitChange.None(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitChange.Scaling(3, double.NaN));
        Assert.Throws<ArgumentException>(() => UnitRanges.Of(x.narrow(0, 0, 0)));
    }

    [Fact]
    public void DeadUnitsAreCounted()
    {
        using var scope = NewDisposeScope();
        var activations = zeros([1000, 4]);
        activations[0, 1] = 1f;
        activations[TensorIndex.Colon, 2] = -1f;
        activations[1, 0] = 1e-7f;
        var report = DeadUnits.Of(activations);
        Assert.Equal([0.0, 0.001, 1, 0], report.Active);
        Assert.Equal((4, 2, 1, 3), (report.Units, report.Dead, report.RareOnly, report.DeadOrRare));
        Assert.Equal(0, DeadUnits.Of(activations, rare: 0).RareOnly);
        Assert.Throws<ArgumentException>(() => DeadUnits.Of(activations.narrow(0, 0, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadUnits.Of(activations, rare: 2));
    }
}
