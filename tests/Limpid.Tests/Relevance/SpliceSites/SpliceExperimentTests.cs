using Limpid.Data.Dna;
using Limpid.Relevance.Genomics;
using Limpid.Relevance.SpliceSites;
using Limpid.Reproduction;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Relevance.SpliceSites;

[Collection(ProcessCollection.Name)]
public sealed class SpliceExperimentTests
{
    private static readonly SpliceSettings Small = new()
    {
        Explained = 10, Flipped = 3, Shares = [.25, .5], Training = new SequenceTrainingSettings { Epochs = 4, BatchSize = 64, LearningRate = 3e-3 },
        Regression = new SequenceTrainingSettings { Epochs = 4, BatchSize = 64, LearningRate = 1e-2 },
    };

    [Fact]
    public void A_run_on_the_junctions_gives_every_reading()
    {
        using DisposeScope scope = NewDisposeScope();
        var task = SpliceTask.Junctions(DnaSets.SpliceJunctions());
        SpliceResult result = new SpliceExperiment(task, Small).Run([new Seed(7)], cancel: TestContext.Current.CancellationToken)[0];
        Assert.Equal([2100, 300, 600], result.Sizes);
        Assert.InRange(result.Accuracy, 0.8, 1);
        Assert.InRange(result.RegressionAccuracy, 0.8, 1);
        Assert.Equal(2, result.Profiles.Count);
        Assert.All(result.Profiles, profile =>
        {
            Assert.Equal(60, profile.Information.Length);
            Assert.Equal(1, profile.Plain.Sum(), 6);
            Assert.Equal(1, profile.Weighted.Sum(), 6);
            Assert.True(profile.Information[profile.Site.TwoLetters] > 0.5);
            Assert.InRange(profile.Correlation(profile.Information), 1 - 1e-9, 1 + 1e-9);
        });
        Assert.All(result.Maps, site => Assert.Equal(17, site.Count));
        Assert.All(result.Flips, site => Assert.Equal(18, site.Count));
        Assert.All(result.Explained, count => Assert.Equal(10, count));
    }

    [Fact]
    public void Known_signals_lie_around_the_border()
    {
        KnownSite donor = new("donor", 0, 30, true), acceptor = new("acceptor", 1, 30, false);
        Assert.Equal((27, 35, 30), (donor.First, donor.Last, donor.TwoLetters));
        Assert.Equal((10, 32, 28), (acceptor.First, acceptor.Last, acceptor.TwoLetters));
    }

    [Fact]
    public void Windows_anywhere_are_no_donors()
    {
        string letters = string.Concat(Enumerable.Repeat("CCT", 40)) + "GT" + string.Concat(Enumerable.Repeat("CTT", 40));
        LabelledSequences windows = SpliceWindows.DonorsAnywhere([new GenBankRecord("g", letters, [(1, 120), (150, 200)], false)], 3, new Random(1));
        Assert.Equal(1, windows.OfClass(1).Count);
        Assert.Equal("GT", windows.OfClass(1).Sequences[0][40..42]);
        Assert.All(windows.OfClass(0).Sequences, window => Assert.NotEqual("GT", window[40..42]));
    }
}
