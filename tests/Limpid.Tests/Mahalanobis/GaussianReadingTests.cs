using Limpid.Mahalanobis;
using Limpid.Mahalanobis.Reading;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Mahalanobis;

/// <summary>Readings by hand, against formulas written out, on degenerate rows, and their invariances.</summary>
public class GaussianReadingTests
{
    [Fact]
    public void ANeuronByHand()
    {
        using var gaussian = Gaussian.Of(tensor(new double[] { 1, 1 }), tensor(new double[,] { { 4, 0 }, { 0, 1 } }));
        using var layer = Cases.Layer(new double[,] { { 3, 4 }, { 0.5, 0 } }, [-5, -0.5]);
        var reading = GaussianReading.Of(layer, gaussian);
        var neuron = reading.Neurons[0];
        Close.Values([5, 0.04, 0.2, 2, 0.4, 52, 2 / Math.Sqrt(52), 52 / 25.0, 0.8], [neuron.Norm, neuron.ReadVariance, neuron.ReadDeviation, neuron.MeanPreactivation, neuron.CentringDistance, neuron.PrecisionRatio, neuron.ZOffset, neuron.DirectionVariance, neuron.AxisCosine], 1e-12);
        Close.Values([0.6, 0.8], neuron.Direction, 1e-12);
        Close.Values([0.6, 0.8], neuron.Prototype, 1e-12);
        Close.Values([1 - 6 / 25.0, 1 - 8 / 25.0], neuron.EuclideanAnchor, 1e-12);
        Close.Values([1 - 24 / 52.0, 1 - 8 / 52.0], neuron.MahalanobisAnchor, 1e-12);
        // Sigma v = (2.4, 0.8), v' Sigma v = 2.08, so the residual is |(1.152, -0.864)| / 2.08.
        Close.Value(1.44 / 2.08, neuron.EigenResidual, 1e-12);
        Assert.Equal((1, NeuronKind.AdHoc, false), (neuron.Axis, neuron.Kind, neuron.Collapsed));
        Close.Value(MathNet.Numerics.Distributions.Normal.CDF(0, 1, 2 / Math.Sqrt(52)), neuron.Above, 1e-12);
        Close.Value(1, neuron.Above + neuron.Below, 1e-12);
        var whitened = reading.Neurons[1];
        Close.Values([1, 0, 0, 0, 4, 0.5, 0.5], [whitened.PrecisionRatio, whitened.ZOffset, whitened.EigenResidual, whitened.CentringDistance, whitened.ReadVariance, whitened.Above, whitened.Folding], 1e-12);
        Assert.Equal((0, NeuronKind.Coherent), (whitened.Axis, whitened.Kind));
        // M = [[52, 6], [6, 1]].
        Close.Value(Math.Sqrt(51 * 51 + 2 * 36), reading.WhiteningError, 1e-10);
        Close.Value(Math.Sqrt(Math.Pow(52 / 25.0 - 1, 2) + 2 * Math.Pow(6 / 2.5, 2) + 9), reading.UnitRowWhiteningError, 1e-10);
        Close.Value(Math.Sqrt(2 * Math.Pow(25.5 / 26.5, 2) + 2 * Math.Pow(6 / 26.5, 2)), reading.Sphericity.Error, 1e-10);
        // W'W = [[9.25, 12], [12, 16]], Sigma^-1 = diag(1/4, 1).
        Close.Value((9.25 / 4 + 16) / (1 / 16.0 + 1), reading.Precision.Scale, 1e-10);
        Close.Value(Math.Sqrt((81 + 288 + 225) / (1 / 16.0 + 1)), reading.Precision.Error, 1e-10);
        Close.Values([25.25, 1.25, Math.Log(4), -Math.Log(4)], [reading.Invariants.SquaredNorms, reading.Invariants.PrecisionTrace, reading.Invariants.LogDeterminant, reading.Invariants.PrecisionLogDeterminant], 1e-10);
        // The rows meet where x = 1 and 3 + 4 y = 5.
        Close.Values([1, 0.5], reading.Recovered.Mean, 1e-10);
        Close.Value(0.2, reading.CentringDistance, 1e-12);
        Assert.Equal((2, 4.0), (reading.Rank, Math.Round(reading.ConditionNumber, 10)));
    }

    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void AnchorsAreTheNearestPoints(int d, int seed)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, seed);
        using var layer = Cases.RandomLayer(3, d, seed);
        var random = new Random(seed);
        foreach (var neuron in GaussianReading.Of(layer, gaussian).Neurons)
        {
            var (w, b) = (Points.Numbers(layer.weight![neuron.Index]), neuron.Bias);
            double On(IEnumerable<double> x) => x.Zip(w, (value, weight) => value * weight).Sum() + b;
            double Distance(double[] x) => Points.Numbers(gaussian.Distances(tensor(x).view(1, -1)))[0];
            double[] mu = Points.Numbers(gaussian.Mean), euclid = [.. neuron.EuclideanAnchor], mahalanobis = [.. neuron.MahalanobisAnchor];
            double Length(IEnumerable<double> x) => Math.Sqrt(x.Zip(mu, (a, c) => (a - c) * (a - c)).Sum());
            Close.Values([0, 0, 0], [On(euclid), On(mahalanobis), On(neuron.Prototype)], 1e-8);
            Close.Value(neuron.CentringDistance, Length(euclid), 1e-8);
            Close.Value(Math.Abs(neuron.ZOffset), Distance(mahalanobis), 1e-8);
            for (var step = 0; step < 5; step++)
            {
                // Any other point of the hyperplane lies at least as far.
                var move = w.Select(_ => random.NextDouble() - 0.5).ToArray();
                var along = move.Zip(w, (x, y) => x * y).Sum() / w.Sum(value => value * value);
                double[] tangent = [.. move.Zip(w, (x, y) => x - along * y)];
                Assert.True(Length(euclid.Zip(tangent, (x, t) => x + t)) >= neuron.CentringDistance - 1e-9);
                Assert.True(Distance([.. mahalanobis.Zip(tangent, (x, t) => x + t)]) >= Math.Abs(neuron.ZOffset) - 1e-9);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void WhiteningLayersReadPerfect(int d, int seed)
    {
        using var gaussian = Cases.Random(d, seed);
        foreach (var (name, layer) in Cases.Whitenings(gaussian, seed))
        {
            var reading = GaussianReading.Of(layer, gaussian);
            Assert.True(reading.WhiteningError < 1e-9 && reading.Sphericity.Error < 1e-9 && reading.Precision.Error < 1e-8 && reading.Recovered.Residual < 1e-9, name);
            Close.Value(1, reading.Precision.Scale, 1e-8);
            Close.Value(1, reading.Invariants.SquaredNorms / reading.Invariants.PrecisionTrace, 1e-9);
            Close.Value(reading.Invariants.PrecisionLogDeterminant, reading.Invariants.LogDeterminant, 1e-8 * d);
            Assert.All(reading.Neurons, neuron => Assert.Equal((NeuronKind.Coherent, false), (neuron.Kind, neuron.Collapsed)));
            if (name != "PCA") continue;
            Assert.True(reading.AngleToPca < 1e-4);
            Assert.All(reading.Neurons, neuron => Assert.True(neuron.EigenResidual < 1e-6 && neuron.Axis == neuron.Index));
            Assert.Equal(Enumerable.Range(0, d), reading.Axes.Select(match => match.Axis));
        }
    }

    [Theory]
    [MemberData(nameof(Cases.All), MemberType = typeof(Cases))]
    public void AffineMapsOfTheInputsChangeNothingButLengths(int d, int seed)
    {
        using var scope = NewDisposeScope();
        using var gaussian = Cases.Random(d, seed);
        using var layer = Cases.RandomLayer(d + 1, d, seed);
        using var generator = new Generator((ulong)seed);
        // A is far from singular: a rotation, scales between 1/2 and 2, another rotation.
        var scales = empty([d], dtype: float64).uniform_(0.5, 2, generator);
        var (left, right) = (RandomMatrices.Orthogonal(d, new Seed(seed)), RandomMatrices.Orthogonal(d, new Seed(seed + 50)));
        var (a, t) = (left.mul(scales).mm(right), empty([d], dtype: float64).normal_(0, 3, generator));
        var inverse = right.t().div(scales).mm(left.t());
        var weight = layer.weight!.detach().mm(inverse);
        using var moved = LinearRows.Layer(weight, layer.bias!.detach().sub(weight.mv(t)));
        var covariance = a.mm(gaussian.Covariance).mm(a.t());
        using var image = Gaussian.Of(a.mv(gaussian.Mean).add(t), covariance.add(covariance.t()).div(2));
        var points = gaussian.Sample(20, new Seed(seed));
        var images = points.mm(a.t()).add(t);
        Assert.True(Cases.Gap(layer.call(points), moved.call(images)) < 1e-8);
        Assert.True(Cases.Gap(gaussian.Distances(points), image.Distances(images)) < 1e-8);
        var (before, after) = (GaussianReading.Of(layer, gaussian), GaussianReading.Of(moved, image));
        Close.Values(before.Neurons.Select(neuron => neuron.ZOffset), after.Neurons.Select(neuron => neuron.ZOffset), 1e-8);
        Close.Values(before.Neurons.Select(neuron => neuron.PrecisionRatio), after.Neurons.Select(neuron => neuron.PrecisionRatio), 1e-7);
        Close.Value(before.Sphericity.Error, after.Sphericity.Error, 1e-8 * d);
        Close.Value(before.WhiteningError, after.WhiteningError, 1e-6);
        Assert.NotEqual(before.CentringDistance, after.CentringDistance, 1e-6);
    }

    [Fact]
    public void SidesAreCounted()
    {
        using var scope = NewDisposeScope();
        using var layer = Cases.Layer(new double[,] { { 1, 0 }, { 0, 1 }, { 0, 0 } }, [0, -1, 1]);
        var data = tensor(new float[] { 1, 1, -1, 1, 2, 3, 0, -5, 3, 1 }).view(5, 2);
        var reading = GaussianReading.Of(layer, data);
        Close.Values([0.6, 0.2, 1], reading.Neurons.Select(neuron => neuron.Above), 1e-12);
        Close.Values([0.2, 0.2, 0], reading.Neurons.Select(neuron => neuron.Below), 1e-12);
        Close.Values([0.2, 0.2, 0], reading.Neurons.Select(neuron => neuron.Folding), 1e-12);
        var many = data.repeat(3000, 1);
        Close.Values([0.6, 0.2, 1], GaussianReading.Of(layer, many).Neurons.Select(neuron => neuron.Above), 1e-12);
    }

    [Fact]
    public void DeadAndCollapsedRows()
    {
        using var gaussian = Cases.OneNode();
        using var layer = Cases.Layer(new double[,] { { 0, 0 }, { 1e-3, 0 }, { 1, 1 } }, [0.8, 0.8, -5.5]);
        var reading = GaussianReading.Of(layer, gaussian);
        var dead = reading.Neurons[0];
        Assert.Equal((NeuronKind.Dead, -1, true), (dead.Kind, dead.Axis, dead.Collapsed));
        Assert.All([dead.CentringDistance, dead.ZOffset, dead.DirectionVariance, dead.EigenResidual, dead.AxisCosine], value => Assert.True(double.IsNaN(value)));
        Assert.True(double.IsPositiveInfinity(dead.ReadVariance));
        Assert.Equal([0.0, 0.0], dead.Direction);
        Assert.Equal([3.0, 2.0], dead.EuclideanAnchor);
        Assert.Equal((1.0, 0.0), (dead.Above, dead.Below));
        Assert.True(reading.Neurons[1].Collapsed && !reading.Neurons[2].Collapsed);
        // The source's rule does not divide by the slope: |5 - 5.5| is below 1, while 0.5 of a deviation of 1 is not coherent for ours.
        Assert.Equal((NeuronKind.AdHoc, NeuronKind.Coherent), (reading.Neurons[2].Kind, CoherenceRule.Source.Of(reading.Neurons[2])));
        Assert.Equal(NeuronKind.Dead, CoherenceRule.Source.Of(reading.Neurons[2], 1.8));
        using var zeros = Cases.Layer(new double[,] { { 0, 0 } }, [0]);
        var nothing = GaussianReading.Of(zeros, gaussian);
        Assert.True(double.IsNaN(nothing.Sphericity.Error) && double.IsNaN(nothing.CentringDistance) && double.IsNaN(nothing.Precision.ScaledError));
        Assert.Equal((0, 1, 0), (nothing.Sphericity.Rank, nothing.Sphericity.Lost, nothing.Recovered.Rank));
        Assert.Throws<InvalidOperationException>(nothing.Recovered.ToGaussian);
    }

    [Fact]
    public void RefusesWhatDoesNotFit()
    {
        using var gaussian = Cases.OneNode();
        using var layer = Cases.RandomLayer(2, 3, 0);
        Assert.Throws<ArgumentException>(() => GaussianReading.Of(layer, gaussian));
        Assert.Throws<ArgumentException>(() => GaussianReading.Of(layer, ones([4, 2])));
        Assert.Throws<SingularCovarianceException>(() => GaussianReading.Of(layer, tensor(new double[,] { { 1, 2, 0 }, { 0, 1, 3 }, { 2, 0, 1 } })));
    }

    [Fact]
    public void LeavesItsInputsAlone()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        using var layer = nn.Linear(4, 3);
        var data = empty([50, 4]).normal_(0, 1, generator);
        var (weight, bias, before) = (layer.weight!.detach().clone(), layer.bias!.detach().clone(), data.clone());
        _ = GaussianReading.Of(layer, data);
        Assert.True(weight.Same(layer.weight!.detach()) && bias.Same(layer.bias!.detach()) && before.Same(data));
        Assert.Equal((true, true), (layer.training, layer.weight!.requires_grad));
    }
}
