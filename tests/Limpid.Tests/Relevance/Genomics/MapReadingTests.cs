using Limpid.Relevance.Genomics;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.Genomics;

public sealed class MapReadingTests
{
    [Fact]
    public void Readings_by_hand()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor plain = tensor(new float[,] { { 3, 1, 0, 0 }, { 1, 1, 2, 0 }, { 2, 0, 1, 1 } }), mask = tensor(new[,] { { true, false, false, false }, { false, false, true, true }, { true, true, false, false } });
        Tensor map = tensor(new float[,] { { 4, 0, 0, 0 }, { 0, 0, 4, 0 }, { 0, 0, 2, 2 } });
        MapReading before = MapReading.Of(MapMethod.Plain, plain, mask, plain), after = MapReading.Of(new MapMethod(MapKind.Lambda, 0.5), map, mask, plain);
        Assert.Equal(0.5, before.MassAccuracy);
        Assert.Equal(0.5, before.Wins);
        // Shares in the mask 1, 1, 0 after 3/4, 1/2, 1/2.
        Assert.Equal(1, after.MassAccuracy);
        Assert.Equal(2 / 3.0, after.Wins, 12);
        Assert.Equal(2 / 3.0, after.Pointing, 12);
        Assert.Equal(0.75, after.Gini, 12);
        Assert.Equal(0, after.Entropy, 12);
        Assert.Equal(0.25, after.NonZero);
    }

    [Fact]
    public void A_map_of_zeros_has_found_nothing()
    {
        using DisposeScope scope = NewDisposeScope();
        MapReading reading = MapReading.Of(MapMethod.Plain, zeros(1, 3), tensor(new[,] { { true, false, false } }), ones(1, 3));
        Assert.Equal((0, 0, 0), (reading.MassAccuracy, reading.NonZero, reading.Gini));
    }

    private static MapReading At(MapKind kind, double share, double gini, double mass) => new()
    {
        Method = new MapMethod(kind, share), Gini = gini, MassAccuracy = mass, Entropy = 0, NonZero = 1, RankAccuracy = 0, RocAuc = 0, Pointing = 0, Wins = 0,
    };

    [Fact]
    public void The_threshold_is_compared_at_equal_sparsity()
    {
        IReadOnlyList<MapReading> readings = [At(MapKind.Plain, 0, 0.4, 0.5), At(MapKind.Threshold, 0.5, 0.8, 0.9), At(MapKind.Threshold, 0.25, 0.6, 0.6), At(MapKind.Lambda, 0.25, 0.7, 0.8)];
        Assert.Equal(0.75, readings.ThresholdMassAt(0.7), 12);
        Assert.Equal(0.55, readings.ThresholdMassAt(0.5), 12);
        Assert.Equal(0.5, readings.ThresholdMassAt(0.1));
        Assert.Equal(0.9, readings.ThresholdMassAt(0.95));
        Assert.Equal([(0, 0.5), (0.25, 0.8)], readings.Sweep(MapKind.Lambda, reading => reading.MassAccuracy));
        Assert.Equal(new double[,] { { 0.4, 0.6, 0.8 }, { 0.4, 0.6, 0.8 } }, new[] { readings, readings }.Runs(MapKind.Threshold, reading => reading.Gini));
        Assert.Throws<ArgumentException>(() => Rows.Of<double[]>([[1], [1, 2]], row => row));
        Assert.Equal(0.6, readings.At(MapKind.Threshold, 0.25).Gini);
        Assert.Contains("PLRP-M, p = 0.1", Assert.Throws<ArgumentException>(() => readings.At(MapKind.Matrix, 0.1)).Message);
    }

    [Fact]
    public void The_middle_of_a_table()
    {
        double[,] table = { { 1 }, { 2 }, { 3 }, { 4 }, { 5 } };
        Assert.Equal(new double[,] { { 2 }, { 3 }, { 4 } }, Rows.Middle(table, 3));
        Assert.Equal(new double[,] { { 2 }, { 3 } }, Rows.Middle(table, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rows.Middle(table, 6));
    }
}
