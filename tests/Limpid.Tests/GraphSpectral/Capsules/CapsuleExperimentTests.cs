using System.Text.Json;
using Limpid.GraphSpectral.Capsules;
using Limpid.Reproduction;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.GraphSpectral.Capsules;

[Collection(ProcessCollection.Name)]
public class CapsuleExperimentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static CapsuleExperiment Experiment(string? folder = null) => new(TinyDigits.Data(60, 1), TinyDigits.Data(30, 2), TinyDigits.Settings(),
        folder is null ? null : new Experiment("tiny", RunMode.Full, TinyDigits.Settings(), folder));

    private static string Text(CapsuleResult result) => JsonSerializer.Serialize(result);

    [Fact]
    public void SeedsArePairsAndDecideEverything()
    {
        using var scope = NewDisposeScope();
        var all = Experiment().Run(CapsuleVariant.Pair(0.02), Seed.Reported(2), cancel: Cancel);
        Assert.Equal([("none", 0), ("GSR", 0), ("none", 1), ("GSR", 1)], all.Select(result => (result.Variant, result.Seed)));
        Assert.Equal(all[0].UntrainedAccuracy, all[1].UntrainedAccuracy);
        Assert.Equal(all[0].ClassMeanError, all[3].ClassMeanError);
        Assert.Equal(Text(all[3]), Text(Experiment().Run([CapsuleVariant.Pair(0.02)[1]], [new Seed(1)], cancel: Cancel)[0]));
        Assert.NotEqual(Text(all[1]), Text(all[3]));
    }

    [Fact]
    public void ANetworkPutAsideReadsAsItDidWhenTrained()
    {
        using var scope = NewDisposeScope();
        var (experiment, variant) = (Experiment(), CapsuleVariant.Pair(0.02)[1]);
        var folder = Directory.CreateTempSubdirectory("limpid-caps-").FullName;
        try
        {
            var file = Path.Combine(folder, "n.dat");
            var result = experiment.Run([variant], [new Seed(3)], trained: (network, _) => network.save(file), cancel: Cancel)[0];
            using var restored = experiment.Start(new Seed(8));
            restored.load(file);
            Assert.Equal(Text(result), Text(experiment.Read(restored, variant, new Seed(3))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void FinishedNetworksAreFoundAgain()
    {
        using var scope = NewDisposeScope();
        var folder = Directory.CreateTempSubdirectory("limpid-caps-").FullName;
        try
        {
            var (variants, trained) = (CapsuleVariant.Pair(0.02), 0);
            var first = Experiment(folder).Run(variants, [new Seed(3)], trained: (_, _) => trained++, cancel: Cancel);
            var again = Experiment(folder).Run(variants, [new Seed(3)], trained: (_, _) => trained++, cancel: Cancel);
            Assert.Equal(first.Select(Text), again.Select(Text));
            Assert.Equal(2, trained);
            Experiment(folder).Run([new CapsuleVariant("GSR", 0.5)], [new Seed(3)], trained: (_, _) => trained++, cancel: Cancel);
            Assert.Equal(3, trained);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void TheControlDrawsClassMeans()
    {
        using var scope = NewDisposeScope();
        var (train, test) = (TinyDigits.Data(9, 1), TinyDigits.Data(2, 2));
        var result = new CapsuleExperiment(train, test, TinyDigits.Settings()).Run([CapsuleVariant.Pair(1)[0]], [new Seed(0)], cancel: Cancel)[0];
        double Error(int image)
        {
            var mean = (train.Images[image] + train.Images[image + 3] + train.Images[image + 6]) / 3;
            return Check.Values((mean - test.Images[image]).square().sum())[0];
        }

        Close.Value((Error(0) + Error(1)) / 2, result.ClassMeanError, 1e-5);
    }

    [Fact]
    public void StepsAreTimedInTurnAndNothingIsLeftBehind()
    {
        using var scope = NewDisposeScope();
        var experiment = Experiment();
        var times = experiment.StepTimes(CapsuleVariant.Pair(0.02), new Seed(1), rounds: 3);
        Assert.Equal(["none", "GSR"], times.Select(time => time.Name));
        Assert.All(times, time => Assert.True(time.Slow >= time.Median && time.Median > 0));
        Check.LeavesNothing(() => experiment.StepTimes(CapsuleVariant.Pair(0.02), new Seed(1), rounds: 1), times: 3);
        Check.LeavesNothing(() => experiment.Run(CapsuleVariant.Pair(0.02), [new Seed(0)], cancel: Cancel), times: 2);
    }
}
