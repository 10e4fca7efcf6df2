using System.Text.Json;
using Limpid.Reproduction;
using Limpid.Spectral.GaussianFeatures;
using Limpid.Spectral.Training;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Spectral.GaussianFeatures;

[Collection(ProcessCollection.Name)]
public sealed class FeatureExperimentTests
{
    private static readonly SpectralLayout Small =
        new(4, [(12, LayerActivation.Tanh), (2, LayerActivation.Linear)]) { Penalty = IndependentGaussians.Layout.Penalty, Dropout = 0.1 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static FeatureSamples Samples() => new IndependentGaussians(0, 1.4, 0.7, 0).Draw(1_000, new Random(1));

    private static IReadOnlyList<FeatureResult> Run(FeatureVariant variant, int epochs, Experiment? kept = null, params Seed[] seeds)
    {
        using var scope = NewDisposeScope();
        using var samples = Samples();
        return new FeatureExperiment(samples, Small, new(0.01, 50, epochs), kept).Run(variant, seeds, "small", cancel: Cancel);
    }

    [Fact]
    public void Relevant_features_are_found_and_seeds_repeat()
    {
        var results = Run(FeatureVariant.Spectral, 60, null, new Seed(0), new Seed(1));
        foreach (var result in results)
        {
            var reading = TruthReading.Of([0, 1.4, 0.7, 0], result.Relevance);
            Assert.Equal(1, reading.Area);
            Assert.True(reading.Leak < 0.3, $"{reading.Leak}");
            // Phi(|rho|) = .941.
            Assert.InRange(result.TestAccuracy, 0.88, 1);
            Assert.InRange(result.UntrainedAccuracy, 0, 0.95);
            Assert.Equal([0, 1, 2, 5, 10, 20, 50, 60], result.Epochs);
            Assert.Equal(result.Epochs.Length, result.Path.Length);
            Assert.Equal((result.Untrained, result.Relevance), (result.Path[0], result.Path[^1]));
            Assert.Equal(60, result.Curve.Loss.Length);
        }
        var points = FeatureRows.Points([0, 1.4, 0.7, 0], results);
        Assert.Equal((8, 2), (points.GetLength(0), points.GetLength(1)));
        Assert.Equal((0.7, results[1].Relevance[2]), (points[6, 0], points[6, 1]));
        Assert.Throws<ArgumentException>(() => FeatureRows.Points([0], results));
        var over = FeatureResult.Over(results);
        Close.Values(results[0].Relevance.Zip(results[1].Relevance, (a, b) => (a + b) / 2), over.Values, 1e-12);
        Close.Values(results[0].Path[4], FeatureResult.Over([results[0]], 10).Values, 0);
        Assert.Contains("expected one of 0, 1, 2", Assert.Throws<ArgumentException>(() => results[0].RelevanceAfter(3)).Message);
        Assert.Equal(JsonSerializer.Serialize(results[1]), JsonSerializer.Serialize(Run(FeatureVariant.Spectral, 60, null, new Seed(1))[0]));
        Assert.NotEqual(results[0].Relevance, results[1].Relevance);
    }

    [Fact]
    public void Variants_of_a_seed_start_alike_and_train_differently()
    {
        FeatureVariant[] variants = [FeatureVariant.Spectral, FeatureVariant.Plain, FeatureVariant.Decay, FeatureVariant.GroupLasso];
        FeatureResult[] results = [.. variants.Select(variant => Run(variant, 20, null, new Seed(2))[0])];
        Assert.Equal(variants.Select(variant => variant.Name), results.Select(result => result.Variant));
        Assert.All(results, result => Assert.Equal(results[0].UntrainedAccuracy, result.UntrainedAccuracy));
        Assert.All(results, result => Close.Values(results[0].Untrained, result.Untrained, 1e-6));
        Assert.Equal(4, results.Select(result => result.TestAccuracy + result.Relevance[1]).Distinct().Count());
        // What is penalised gets smaller.
        Assert.All(results.Where(result => result.Variant != FeatureVariant.Plain.Name), result => Assert.True(result.Relevance.Sum() < results[1].Relevance.Sum(), result.Variant));
    }

    [Fact]
    public void A_run_goes_on_where_it_stopped()
    {
        var folder = Directory.CreateTempSubdirectory("limpid-features-");
        try
        {
            var kept = new Experiment("features", RunMode.Full, new { epochs = 2 }, folder.FullName);
            var first = Run(FeatureVariant.Spectral, 2, kept, new Seed(0))[0];
            using var samples = Samples();
            using var stop = new CancellationTokenSource();
            stop.Cancel();
            var experiment = new FeatureExperiment(samples, Small, new(0.01, 50, 2), kept);
            // What is done isn't trained again: nothing is left to cancel. The next seed is.
            var again = experiment.Run(FeatureVariant.Spectral, [new Seed(0)], "small", cancel: stop.Token)[0];
            Assert.Equal(JsonSerializer.Serialize(first), JsonSerializer.Serialize(again));
            Assert.Throws<OperationCanceledException>(() => experiment.Run(FeatureVariant.Spectral, [new Seed(1)], "small", cancel: stop.Token));
            Assert.Throws<OperationCanceledException>(() => experiment.Run(FeatureVariant.Plain, [new Seed(0)], "small", cancel: stop.Token));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Results_survive_json()
    {
        var result = Run(FeatureVariant.Decay, 1, null, new Seed(3))[0];
        var text = JsonSerializer.Serialize(result);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<FeatureResult>(text)));
    }

    [Fact]
    public void Rows_are_stacked()
    {
        Assert.Equal(new double[,] { { 1, 2 }, { 3, 4 } }, FeatureRows.Of([[1, 2], [3, 4]]));
        Assert.Contains("expected 2", Assert.Throws<ArgumentException>(() => FeatureRows.Of([[1, 2], [3]])).Message);
        Assert.Throws<ArgumentException>(() => FeatureRows.Of([]));
    }

    [Fact]
    public void A_network_of_another_width_is_refused()
    {
        using var samples = Samples();
        Assert.Contains("expected 4", Assert.Throws<ArgumentException>(() => new FeatureExperiment(samples, IndependentGaussians.Layout, new(0.01, 50, 1))).Message);
    }
}
