using System.Text.Json;
using Limpid.GraphSpectral;
using Limpid.GraphSpectral.MnistGrid;
using Limpid.Reproduction;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.MnistGrid;

[Collection(ProcessCollection.Name)]
public class GridExperimentTests
{
    private static readonly JsonSerializerOptions Json =
        new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static GridExperiment Experiment(string? folder = null) => new(Toy.Data(60, 1), Toy.Data(40, 2), Toy.Settings(),
        folder is null ? null : new Experiment("toy", RunMode.Full, Toy.Settings(), folder));

    private static string Text(GridResult result) => JsonSerializer.Serialize(result, Json);

    [Fact]
    public void EqualSeedsGiveEqualResultsWhateverRanBefore()
    {
        using var scope = NewDisposeScope();
        var all = Experiment().Run(GridVariant.Pictures(0.01), Seed.Reported(2), cancel: Cancel);
        Assert.Equal(["none", "GSR", "GSR + conv", "none", "GSR", "GSR + conv"], all.Select(result => result.Variant));
        Assert.Equal([0, 0, 0, 1, 1, 1], all.Select(result => result.Seed));
        Assert.Equal(Text(all[4]), Text(Experiment().Run(GridVariant.Pictures(0.01)[1], new Seed(1), cancel: Cancel)));
        Assert.NotEqual(Text(all[1]), Text(all[4]));
    }

    [Fact]
    public void ResultsAreComplete()
    {
        using var scope = NewDisposeScope();
        var result = Experiment().Run(GridVariant.All(0.01, 1e-4, 1e-4, 0.01)[3], new Seed(0), cancel: Cancel);
        Assert.Equal((10, 8, 8), (result.MeanMaps.Count, result.MeanMaps[0].GetLength(0), result.OwnerMap.GetLength(1)));
        Assert.Equal(result.ClassMeans[3][17], result.MeanMaps[3][2, 1]);
        Assert.Equal(result.Owners[17], result.OwnerMap[2, 1]);
        Assert.Equal(result.SegmentsPerClass.Sum(), result.Segments.Observed);
        Assert.Equal(result.DigitsWithoutRegion, Enumerable.Range(0, 10).Except(result.Owners));
        Assert.InRange(result.UntrainedAccuracy, 0, 0.6);
    }

    [Fact]
    public void FinishedNetworksAreFoundAgainUnlessTheVariantDiffers()
    {
        using var scope = NewDisposeScope();
        var folder = Directory.CreateTempSubdirectory("limpid-grid-").FullName;
        try
        {
            var log = new StringWriter();
            var variants = GridVariant.All(0.01, 1e-4, 1e-4, 0.01);
            var first = Experiment(folder).Run([variants[0]], [new Seed(3)], log, Cancel);
            Assert.Equal(Text(first[0]), Text(Experiment(folder).Run([variants[0]], [new Seed(3)], log, Cancel)[0]));
            // Another seed in the file comes back: nothing was trained again.
            var file = Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Single();
            File.WriteAllText(file, File.ReadAllText(file).Replace("\"Seed\":3", "\"Seed\":33", StringComparison.Ordinal));
            Assert.Equal(33, Experiment(folder).Run([variants[0]], [new Seed(3)], null, Cancel)[0].Seed);
            var other = Experiment(folder).Run([new GridVariant("none", Regulariser.L2(0.5))], [new Seed(3)], log, Cancel);
            Assert.NotEqual(first[0].ClassMeans[0], other[0].ClassMeans[0]);
            Assert.Equal(3, log.ToString().Split("1 of 1: none, seed 3: ").Length - 1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var scope = NewDisposeScope();
        var experiment = Experiment();
        Check.LeavesNothing(() => experiment.Run(GridVariant.All(0.01, 1e-4, 1e-4, 0.01)[3], new Seed(0), cancel: Cancel), times: 3);
    }
}
