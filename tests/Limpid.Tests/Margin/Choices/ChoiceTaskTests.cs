using Limpid.Data.Mails;
using Limpid.Graphs;
using Limpid.Margin;
using Limpid.Margin.Choices;
using Limpid.Margin.PrototypeSelection;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin.Choices;

/// <summary>Each task with the default, from the library's own compositions.</summary>
[Collection(ProcessCollection.Name)]
public class ChoiceTaskTests
{
    private static readonly Seed Seed = new(1004);

    private static (double Skill, double[] Filtered, Graph Graph, ChoiceCase Case) Default(ChoiceTask task)
    {
        var drawn = task.Draw(Seed);
        var graph = ChoiceVariant.Default.Graph(NearestNeighbours.Of(drawn.Points, 20, TestContext.Current.CancellationToken));
        double[] filtered = [.. Influence.RandomWalk().Filtered(graph, tensor(drawn.Signal(graph))).data<double>()];
        return (drawn.Skill(graph, filtered), filtered, graph, drawn);
    }

    [Fact]
    public void WrongLabelsAreFoundAndLotsFindATenth()
    {
        using var scope = NewDisposeScope();
        var (skill, filtered, graph, drawn) = Default(ChoiceTasks.WrongLabels(400));
        Assert.InRange(skill, 0.7, 1);
        // The best that 40 of 400 can be: all wrong.
        Assert.Equal(0, Enumerable.Range(0, 200).Average(i => Lots(drawn, graph, filtered, i)), 0.03);
    }

    [Fact]
    public void MailsAreJoinedByTheirWords()
    {
        using var scope = NewDisposeScope();
        string[] trades = ["gas meter volume deal daily", "money offer click free win"];
        MailCorpus corpus = new("made up", [.. Enumerable.Range(0, 300).Select(i => new Mail($"{i}", "subject", $"{trades[i % 3 == 0 ? 1 : 0]} {string.Concat(Enumerable.Repeat("word ", 1 + i % 7))}", i % 3 == 0))], 0);
        var (skill, _, _, drawn) = Default(ChoiceTasks.WrongMailLabels(corpus, 200));
        Assert.InRange((drawn.Points.square().sum(1) - 1).abs().max().ToDouble(), 0, 1e-12);
        Assert.InRange(skill, 0.8, 1);
    }

    [Fact]
    public void TheBoundaryLiesWhereMarginsAreSmall()
    {
        using var scope = NewDisposeScope();
        var (skill, filtered, graph, drawn) = Default(ChoiceTasks.Boundary());
        Assert.InRange(skill, 0.4, 1);
        Assert.Equal(0, Enumerable.Range(0, 100).Average(i => Lots(drawn, graph, filtered, i)), 0.05);
    }

    [Fact]
    public void PrototypesAreHeldAgainstLots()
    {
        using var scope = NewDisposeScope();
        var (skill, filtered, graph, drawn) = Default(ChoiceTasks.Prototypes("prototypes", seed => DigitSamples.Digits(600, seed)));
        Assert.InRange(skill, 0.3, 1);
        Assert.True(drawn.Skill(graph, Array.ConvertAll(filtered, value => -value)) < 0);
    }

    [Fact]
    public void AttackAndNoiseComeFromTheSameDigits()
    {
        using var scope = NewDisposeScope();
        var (attack, noise) = (ChoiceTasks.Attack(100).Draw(Seed), ChoiceTasks.Noise(100).Draw(Seed));
        Assert.Equal([200, 64], attack.Points.shape);
        using var clean = attack.Points.narrow(0, 0, 100);
        Assert.Equal(0, (noise.Points.narrow(0, 0, 100) - clean).abs().max().ToDouble());
        var (moved, shaken) = ((attack.Points.narrow(0, 100, 100) - clean).square().sum(1).sqrt(), (noise.Points.narrow(0, 100, 100) - clean).square().sum(1).sqrt());
        Assert.InRange((moved - shaken).abs().max().ToDouble(), 0, 1e-4);
        Assert.True(moved.min().ToDouble() > 0.2);
        // Area of a constant score: chance.
        Assert.Equal(0, attack.Skill(Graph.Path(200), new double[200]));
        Assert.Equal(1, attack.Skill(Graph.Path(200), [.. Enumerable.Range(0, 200).Select(i => i < 100 ? 0.0 : -1)]));
    }

    [Fact]
    public void TheNetworkThatIsAttackedReadsDigits()
    {
        using var scope = NewDisposeScope();
        var samples = DigitSamples.Digits(1000, 1004);
        using var network = DigitNetwork.Train(samples.Train, samples.TrainLabels, 5);
        var right = network.call(samples.Test).argmax(1).eq(tensor(samples.TestLabels.Select(label => (long)label).ToArray())).to(float64).mean().ToDouble();
        Assert.InRange(right, 0.93, 1);
    }

    [Fact]
    public void AnExperimentFillsTheGridAndLeavesOutWhatAsksForTooMuch()
    {
        using var scope = NewDisposeScope();
        var task = ChoiceTasks.WrongLabels(150);
        var result = Assert.Single(new ChoiceExperiment().Run(task, [Seed]));
        Assert.Equal((72, 72, 10), (result.Skills.Length, result.Shuffled.Length, result.Agreement.Length));
        Assert.Equal(Default(task).Skill, result.Skill(ChoiceVariant.Default));
        Assert.All(result.Skills, skill => Assert.InRange(skill, -0.12, 1));
        Assert.All(Enumerable.Range(0, 10), i => Assert.Equal(1, result.Agreement[i][i], 1e-9));
        var few = Assert.Single(new ChoiceExperiment().Run(task with { MostForIdeal = 100 }, [Seed]));
        Assert.Equal(ChoiceVariant.Grid.Select(v => v.Filter == ChoiceFilters.Ideal), few.Skills.Select(double.IsNaN));
        Assert.True(double.IsNaN(few.Agreement[0][7]) && few.Agreement[0][1] == result.Agreement[0][1]);
        Assert.Equal(5, ChoiceEffects.Of(few).Count(double.IsFinite));
    }

    private static double Lots(ChoiceCase drawn, Graph graph, double[] filtered, int seed)
    {
        var lots = (double[])filtered.Clone();
        new Random(seed).Shuffle(lots);
        return drawn.Skill(graph, lots);
    }
}
