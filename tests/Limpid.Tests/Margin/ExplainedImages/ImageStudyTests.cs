using System.Text.Json;
using System.Text.Json.Serialization;
using Limpid.Margin.ExplainedImages;
using Limpid.Reproduction;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin.ExplainedImages;

/// <summary>A model that finds a bright square, and one that looks elsewhere.</summary>
public class ImageStudyTests
{
    private static readonly ExplanationSettings settings = new() { Segments = 16, Subsets = 80, Scales = [9, 16], K = 8, BlocksPerStep = 5, ShownSide = 8, Shown = 1 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Tensor Image()
    {
        var image = full(3, 24, 24, 0.1);
        image.narrow(1, 4, 8).narrow(2, 12, 8).fill_(0.9f);
        return image;
    }

    private static Tensor Mask()
    {
        var mask = zeros(24, 24, dtype: ScalarType.Bool);
        mask.narrow(0, 4, 8).narrow(1, 12, 8).fill_(true);
        return mask;
    }

    /// <summary>Class 1 if the square is bright, by its share.</summary>
    private static Tensor Square(Tensor images)
    {
        var light = images.narrow(2, 4, 8).narrow(3, 12, 8).flatten(1).mean([1]);
        return stack([zeros_like(light), (light - 0.5f) * 12], 1);
    }

    private static ExplainedReadings Read(RivalMap[]? rivals = null, ImageStudy? study = null) =>
        (study ?? new ImageStudy("test", settings, rivals ?? [])).Run([new("square", Image(), Square, Mask(), images => -Square(images), Class: 1)], [new Seed(5)], cancel: Cancel)[0];

    [Fact]
    public void TheSquareIsFound()
    {
        using var scope = NewDisposeScope();
        var read = Read([new("truth", 0, _ => Mask().to(float32)), new("opposite", 0, _ => -Mask().to(float32))]);
        var (truth, lime, dense) = (read["truth"], read[MapNames.Lime], read[MapNames.Dense]);
        Assert.Equal((64.0 / 576, 1, 1, 1), (truth.Area, truth.Energy, truth.Pointing, truth.Rank));
        Assert.Equal((truth.Area, 0.0), (read["opposite"].Energy, read["opposite"].Rank));
        Assert.True(lime.Energy > 0.5, FormattableString.Invariant($"{lime.Energy}"));
        Assert.True(dense.Rank > 0.8, FormattableString.Invariant($"{dense.Rank}"));
        Assert.True(truth.DeletionArea < read[MapNames.Random].DeletionArea && truth.InsertionArea > read[MapNames.Random].InsertionArea);
        Assert.True(read["opposite"].DeletionArea > truth.DeletionArea);
        Assert.Equal((1, false), (read.Class, read.EmptyKeeps));
        Assert.Equal(81, lime.Passes);
    }

    [Fact]
    public void CurvesBeginAtTheImageAndEndAtNothing()
    {
        using var scope = NewDisposeScope();
        var read = Read();
        Assert.Equal(8, read.Maps.Count(map => map.Deletion.Length > 0));
        foreach (var map in read.Maps.Where(map => map.Deletion.Length > 0))
        {
            Assert.Equal(read.Fractions.Length, map.Deletion.Length);
            Assert.Equal((map.Deletion[0], map.Deletion[^1]), (map.Insertion[0], map.Insertion[^1]));
            Assert.Equal(read.Score, map.Deletion[0], 1e-6);
        }
        Assert.Equal((0.0, 1.0), (read.Fractions[0], read.Fractions[^1]));
        Assert.All(Read(study: new ImageStudy("none", settings with { Curves = false }, [])).Maps, map => Assert.True(map.Deletion.Length == 0 && double.IsNaN(map.DeletionArea)));
    }

    [Fact]
    public void MapsAreKeptToBeLookedAtInPercent()
    {
        using var scope = NewDisposeScope();
        var read = Read();
        foreach (var name in new[] { MapNames.Sparse, MapNames.Dense, MapNames.Centre }) Assert.Equal((0.0, 100.0), (read[name].Picture().Cast<double>().Min(), read[name].Picture().Cast<double>().Max()));
        Assert.Equal(64, read[MapNames.Lime].Picture().Length);
        Assert.Empty(Read(study: new ImageStudy("none", settings with { Shown = 0 }, []))[MapNames.Lime].Percent);
    }

    [Fact]
    public void ReadingsAreStoredAndReadBackAndRepeatBySeed()
    {
        using var scope = NewDisposeScope();
        var json = new JsonSerializerOptions { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
        var read = Read();
        var text = JsonSerializer.Serialize(read, json);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<ExplainedReadings>(text, json), json));
        Assert.Equal(text, JsonSerializer.Serialize(Read(), json));
    }

    [Fact]
    public void NeighboursAreFoundByTheResponse()
    {
        using var scope = NewDisposeScope();
        Tensor Place(Tensor images) => images.flatten(1);
        ExplainedReadings Of(Func<Tensor, Tensor>? response) =>
            new ImageStudy("test", settings, []).Run([new("square", Image(), Square, Mask(), Response: response)], [new Seed(5)], cancel: Cancel)[0];
        var (byClass, byPixels) = (Of(null), Of(Place));
        Assert.Equal(byClass[MapNames.Lime].Energy, byPixels[MapNames.Lime].Energy);
        Assert.NotEqual(byClass[MapNames.Sparse].Energy, byPixels[MapNames.Sparse].Energy);
    }

    [Fact]
    public void AnImageWithoutMaskHasNoPlace()
    {
        using var scope = NewDisposeScope();
        var read = new ImageStudy("test", settings, []).Run([new("square", Image(), Square)], [new Seed(5)], cancel: Cancel)[0];
        Assert.True(double.IsNaN(read[MapNames.Sparse].Energy) && double.IsFinite(read[MapNames.Sparse].DeletionArea));
        Assert.Contains("There is no map 'untrained sparse'", Assert.Throws<ArgumentException>(() => read[MapNames.UntrainedSparse]).Message);
        Assert.Contains("expected as many", Assert.Throws<ArgumentException>(() => new ImageStudy("test", settings, []).Run([], [new Seed(5)], cancel: Cancel)).Message);
    }
}
