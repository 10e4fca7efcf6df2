using System.Text.Json;
using Limpid.Data;
using Limpid.GraphSpectral.GeneProgrammes;
using Limpid.Reproduction;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.GeneProgrammes;

[Collection(ProcessCollection.Name)]
public class ProgrammeExperimentTests
{
    private static readonly ProgrammeExperiment Short = new(ProgrammeSettings.Of(60, 0.1));

    private static ProgrammeCells Simulated(SimulatedProgrammes truth) => new(truth.Cells, 8, ["P1.0", "other.12"], truth: truth);

    [Fact]
    public void TheInputHasMeanVarianceOneAndKeepsProportions()
    {
        using var scope = NewDisposeScope();
        using var truth = SimulatedProgrammes.Draw(200, 24, new Random(1));
        using var data = Simulated(truth);
        Assert.Equal([200, 8], data.Input.shape);
        var variances = Check.Values(data.Input.to(float64).var(0));
        Assert.Equal(1, variances.Average(), 1e-3);
        Assert.True(variances[0] > variances[7]);
        Assert.Throws<ArgumentException>(() => new ProgrammeCells(truth.Cells, 8, ["nobody"]));
    }

    [Fact]
    public void ResultsAreCompleteAndRepeat()
    {
        using var scope = NewDisposeScope();
        using var truth = SimulatedProgrammes.Draw(200, 24, new Random(1));
        using var data = Simulated(truth);
        var results = Short.Run(data, [new Seed(0), new Seed(1)], TestContext.Current.CancellationToken);
        Assert.Equal(["AE", "GSR", "AE, clustered", "AE", "GSR", "AE, clustered"], results.Select(result => result.Variant));
        Assert.Equal((results[1].ComponentCount, results[0].Error), (results[2].ComponentCount, results[2].Error));
        Assert.All(results.Where(result => result.Variant != ProgrammeExperiment.PlainClusters), result =>
        {
            Assert.Equal((2, 20, 20), (result.Map.GetLength(0), result.Map.GetLength(1), result.Programmes.Length));
            Assert.Equal(Enumerable.Range(0, 20), result.ByComponent.Order());
            Assert.Equal(result.Components.Order(), result.ByComponent.Select(neuron => result.Components[neuron]));
            // Every neuron's edge to its nearest neighbour counts.
            Assert.All(Enumerable.Range(0, result.ComponentCount), c => Assert.True(result.Components.Count(each => each == c) >= 2));
            Assert.InRange(result.RandomNearest, 1, 10);
        });
        Assert.Equal(JsonSerializer.Serialize(results[4]), JsonSerializer.Serialize(Short.Run(data, "GSR", new Seed(1), TestContext.Current.CancellationToken)));
        Assert.NotEqual(results[0].Error, results[1].Error);
    }

    [Fact]
    public void MarkersAreReadWhereNoTruthIsKnown()
    {
        using var scope = NewDisposeScope();
        using var truth = SimulatedProgrammes.Draw(200, 24, new Random(1));
        using var data = new ProgrammeCells(truth.Cells, 8, ["P1.0"], [new("one", ["P1.0", "P1.1"]), new("two", ["P2.0", "P2.1"])]);
        var result = Short.Run(data, "AE", new Seed(0), TestContext.Current.CancellationToken);
        Assert.Empty(result.Programmes);
        Assert.InRange(result.Agreement.Value, -0.5, 1);
        Assert.Equal(4, result.MarkerNeurons.Length);
        // Each neuron alone: two markers agree only where they share a neuron.
        var alone = ProgrammeExperiment.Clustered(data, result, 20);
        Assert.Equal((20, new Measured(0, 0)), (alone.ComponentCount, alone.Blocks));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProgrammeExperiment.Clustered(data, result, 21));
        Assert.Throws<ArgumentException>(() => Short.Run(data, "VAE", new Seed(0), TestContext.Current.CancellationToken));
    }
}
