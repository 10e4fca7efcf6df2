using Limpid.Graphs;
using Limpid.Margin;
using Limpid.Margin.PrototypeSelection;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin.PrototypeSelection;

public class PrototypeExperimentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void EachRuleIsWhatItsNameSays()
    {
        using var scope = NewDisposeScope();
        var samples = DigitSamples.Digits(300, 1003);
        var gamma = samples.Gamma();
        var result = new PrototypeExperiment(new PrototypeSettings { K = 8, RandomDraws = 3 }).Run(samples, gamma, new Random(5), [10, 25], Cancel);
        Assert.Equal((300, gamma), (result.Samples, result.Gamma));
        var graph = Graph.FromNeighbours(NearestNeighbours.Of(samples.Train, 8, Cancel));
        var (global, local) = (Prototypes.Of(samples.Train, gamma, null, 8, cancellation: Cancel), Prototypes.Of(samples.Train, gamma, samples.TrainLabels, 8, cancellation: Cancel));
        Dictionary<string, IEnumerable<int>> expected = new()
        {
            [PrototypeRules.Global] = SelectionOrder.Apart(graph, global.Peaks(300)),
            [PrototypeRules.Local] = SelectionOrder.InTurn(SelectionOrder.Apart(graph, local.Peaks(300)), samples.TrainLabels),
            [PrototypeRules.Peaks] = global.Peaks(25),
            [PrototypeRules.Least] = global.LeastInfluential(25),
            [PrototypeRules.LeastLocal] = local.LeastInfluential(25),
            [PrototypeRules.Central] = global.MostCentral(25),
            [PrototypeRules.CentralLocal] = local.MostCentral(25),
            [PrototypeRules.Criticisms] = global.Criticisms(25),
            [PrototypeRules.Pits] = global.Pits(25),
            [PrototypeRules.CriticGlobal] = MmdCritic.Select(samples.Train, gamma, 25, cancellation: Cancel).Prototypes,
            [PrototypeRules.CriticLocal] = MmdCritic.Select(samples.Train, gamma, 25, 0, samples.TrainLabels, cancellation: Cancel).Prototypes,
            [PrototypeRules.CriticCriticisms] = MmdCritic.Select(samples.Train, gamma, 25, 25, cancellation: Cancel).Criticisms,
        };
        foreach (var (rule, order) in expected)
        {
            Assert.Equal(order.Take(25), result[rule].Chosen);
            Assert.Equal(NearestPrototype.Errors(samples.Train, samples.TrainLabels, result[rule].Chosen, [10, 25], samples.Test, samples.TestLabels), result[rule].Errors);
            Assert.Equal(25, result[rule].ClassCounts.Sum());
        }
        Assert.All(result[PrototypeRules.Local].ClassCounts, count => Assert.InRange(count, 2, 3));
        // Random choices: another error than any one draw, the first of which is kept.
        Assert.Equal(25, result[PrototypeRules.Random].Chosen.Distinct().Count());
        Assert.InRange(result[PrototypeRules.Random].MeanError, result[PrototypeRules.CriticLocal].MeanError, result[PrototypeRules.Central].MeanError);
        Assert.Contains("no rule 'best'", Assert.Throws<ArgumentException>(() => result["best"]).Message);
    }

    [Fact]
    public void SplitsAndPartsKeepImagesAndLabelsTogether()
    {
        using var scope = NewDisposeScope();
        var samples = DigitSamples.Digits(1000, 1001);
        Assert.Equal((1000, 797, 8), (samples.TrainLabels.Length, samples.TestLabels.Length, samples.Side));
        Assert.Equal("digits 8 x 8: 1000 training images of 8 x 8, 797 test images", samples.ToString());
        Assert.Equal(samples.TrainLabels, DigitSamples.Digits(1000, 1001).TrainLabels);
        // No image is in both parts but for the set's own duplicates, of which it has none.
        Assert.True(cdist(samples.Train, samples.Test, 2, compute_mode.donot_use_mm_for_euclid_dist).min().ToDouble() > 0);
        Assert.True(NearestPrototype.Errors(samples.Train, samples.TrainLabels, [.. Enumerable.Range(0, 1000)], [1000], samples.Test, samples.TestLabels)[0] < 0.03);
        var part = samples.Part(0.8, new Random(1));
        Assert.Equal((800, samples.TestLabels), (part.TrainLabels.Length, part.TestLabels));
        Assert.True(NearestPrototype.Errors(part.Train, part.TrainLabels, [.. Enumerable.Range(0, 800)], [800], part.Train, part.TrainLabels)[0] == 0);
        Assert.NotEqual(part.TrainLabels, samples.Part(0.8, new Random(2)).TrainLabels);
        Assert.Equal(Math.Round(100 * samples.Train[7][20].ToDouble()), samples.Picture(7)[2, 4]);
        Assert.Contains("expected above 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => samples.Part(0, new Random(1))).Message);
    }

    [Fact]
    public void GammaFollowsTheMedianDistance()
    {
        using var scope = NewDisposeScope();
        var samples = DigitSamples.Digits(1000, 1001);
        var distances = cdist(samples.Train.to(float64), samples.Train.to(float64)).square();
        var median = distances.masked_select(ones_like(distances).triu(1).to(torch.@bool)).median().ToDouble();
        Assert.InRange(samples.Gamma() * median / (0.104 * 59.9), 0.95, 1.05);
        Assert.Equal(samples.Gamma() / 9, (samples with { Train = samples.Train * 3 }).Gamma(), 1e-6);
    }

    [Fact]
    public void CountsKeepTheFractionsOfUsps()
    {
        Assert.Equal(PrototypeSettings.UspsCounts, PrototypeSettings.Counts(7291));
        Assert.Equal([15, 18, 25, 30, 39, 45, 56], PrototypeSettings.Counts(1000));
        Assert.Equal([1], PrototypeSettings.Counts(10));
        double[][] curves = [PosterCurves.Global, PosterCurves.Local, PosterCurves.CriticGlobal, PosterCurves.CriticLocal, PosterCurves.Criticisms, PosterCurves.CriticCriticisms, PosterCurves.Random];
        Assert.All(curves, curve => Assert.Equal(curve.OrderDescending(), curve));
        Assert.Equal((7, 110 / 7291.0, .160), (PosterCurves.Markers("poster", PosterCurves.Global).X.Count, PosterCurves.Markers("poster", PosterCurves.Global).X[0], PosterCurves.Markers("poster", PosterCurves.Global).Y[0]));
    }
}
