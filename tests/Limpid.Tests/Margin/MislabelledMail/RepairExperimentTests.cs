using Limpid.Data.Mails;
using Limpid.Margin;
using Limpid.Margin.Baselines;
using Limpid.Margin.MislabelledMail;
using Limpid.Reproduction;
using Xunit;

namespace Limpid.Tests.Margin.MislabelledMail;

public class RepairExperimentTests
{
    private static readonly string[] Wanted = ["meter", "gas", "deal", "volume", "contract", "pipeline"], Spam = ["pills", "cheap", "offer", "credit", "winner", "cash"], Both = ["please", "mail", "today", "list", "day", "time"];

    /// <summary>Mails of made-up classes: mostly words of the own one, some of either.</summary>
    private static MailCorpus Corpus(int count, int seed)
    {
        var random = new Random(seed);
        Mail One(int i)
        {
            var (spam, words) = (i % 3 == 0, new List<string>());
            for (var w = 0; w < 12; w++) words.Add((random.Next(10) switch { < 6 => spam ? Spam : Wanted, 6 => spam ? Wanted : Spam, _ => Both })[random.Next(6)]);
            return new Mail($"m/{i:d4}", words[0], string.Join(' ', words), spam);
        }
        return new MailCorpus("made up", [.. Enumerable.Range(0, count).Select(One)], 0);
    }

    private static MailTask Task(int mails = 250) => MailTask.Of(Corpus(mails, 1), new RepairProtocol(Neighbours: 10, Tolerance: 1e-6), new Seed(0));

    [Fact]
    public void ATaskIsSplitAndCountedAsTheProtocolSays()
    {
        var task = Task();
        Assert.Equal((200, 50, 10), (task.TrainMails.Length, task.TestMails.Length, task.Step));
        Assert.Equal(Corpus(250, 1).Mails.OrderBy(mail => mail.Name), task.TrainMails.Concat(task.TestMails).OrderBy(mail => mail.Name));
        Assert.Equal(task.TrainMails.Select(mail => mail.IsSpam ? 1 : 0), task.TrainLabels);
        Assert.Equal((200, task.Vocabulary.Words.Length), (task.Train.Count, task.Train.Width));
        Assert.Equal(200, task.Graph.VertexCount);
        Assert.NotEqual(task.TrainMails, MailTask.Of(Corpus(250, 1), task.Protocol, new Seed(1)).TrainMails);
        Assert.Contains("There are 8 mails", Assert.Throws<ArgumentException>(() => Task(8)).Message);
    }

    [Fact]
    public void FlipsAreAsManyAsTheProtocolSaysAndOnlyThey()
    {
        var task = Task();
        var mails = FlippedMails.Draw(task, new Seed(3));
        Assert.Equal(20, mails.Flipped.Count(wrong => wrong));
        Assert.Equal(mails.Flipped, mails.Labels.Zip(task.TrainLabels, (label, truth) => label != truth));
        Assert.Equal(mails.Flipped, FlippedMails.Draw(task, new Seed(3)).Flipped);
        Assert.NotEqual(mails.Flipped, FlippedMails.Draw(task, new Seed(4)).Flipped);
        Assert.All(MailRanking.All, ranking => Assert.Equal(Enumerable.Range(0, 200), ranking.Order(mails).Order()));
        // The label's own influence with one hop is the share of contradicting neighbours, times the root of two.
        var margin = mails.Margin();
        Close.Values([.. margin.Disagreement.Select(share => share * Math.Sqrt(2))], [.. margin.ByLabel.Scores.Select(score => score * margin.ByLabel.Largest)], 1e-12);
    }

    [Fact]
    public void TheOracleFindsAllInTwoStepsAndRepairGivesBackTheCleanClassifier()
    {
        var task = Task();
        var result = new RepairExperiment(task).Run([new Seed(5)])[0];
        var oracle = result[MailRanking.Oracle];
        Assert.Equal([0, 0.5, 1, 1, 1, 1, 1], oracle.Fixed);
        Assert.Equal([1, 1, 0.4, 0.2], oracle.TopPrecision);
        Assert.Equal(task.Clean.Accuracy(task.Test, task.TestLabels), oracle.Accuracy[2], 0.021);
        foreach (var ranking in new[] { MailRanking.Margin, MailRanking.Votes, MailRanking.SelfInfluence, MailRanking.Loss })
            Assert.True(result[ranking].Fixed[2] > 0.6 && result[ranking].Fixed[2] > result[MailRanking.Permuted].Fixed[2] + 0.2, $"{ranking.Name}: {string.Join(' ', result[ranking].Fixed)}");
        Assert.Empty(result[MailRanking.TwoHops].Accuracy);
        Assert.Equal(7, result[MailRanking.Random].Accuracy.Length);
        Assert.Contains("no order 'x'", Assert.Throws<ArgumentException>(() => result[MailRanking.Loss with { Name = "x" }]).Message);
    }

    [Fact]
    public void AccuraciesAreThoseOfTrainingFromScratch()
    {
        var task = Task();
        var mails = FlippedMails.Draw(task, new Seed(6));
        var reading = new RepairExperiment(task, [MailRanking.Margin]).Run([new Seed(6)])[0][MailRanking.Margin];
        var labels = mails.Labels.ToArray();
        foreach (var mail in MailRanking.Margin.Order(mails).Take(4 * task.Step)) labels[mail] = task.TrainLabels[mail];
        Assert.Equal(LogisticRegression.Fit(task.Train, labels, tolerance: 1e-10, cancellation: TestContext.Current.CancellationToken).Accuracy(task.Test, task.TestLabels), reading.Accuracy[4]);
        Assert.Equal(1 - labels.Zip(task.TrainLabels).Count(pair => pair.First != pair.Second) / 20.0, reading.Fixed[4], 1e-12);
    }

    [Fact]
    public void CurvesAreTheReadingsInPercent()
    {
        RepairResult One(double found) => new(0, [new RankingReading(MailRanking.Loss.Name, [0, found], [], [])]);
        Assert.Equal(new double[,] { { 0, 50 }, { 0, 25 } }, RepairCurves.Percent([One(0.5), One(0.25)], MailRanking.Loss, reading => reading.Fixed));
        Assert.Contains("no such curve", Assert.Throws<ArgumentException>(() => RepairCurves.Percent([One(1)], MailRanking.Loss, reading => reading.Accuracy)).Message);
        Assert.Throws<ArgumentException>(() => RepairCurves.Percent([], MailRanking.Loss, reading => reading.Fixed));
    }

    [Fact]
    public void ThePublishedCurvesRise()
    {
        Assert.All([PublishedRepair.FixedByInfluence, PublishedRepair.FixedByLoss, PublishedRepair.AccuracyByInfluence, PublishedRepair.AccuracyByLoss, PublishedRepair.AccuracyByChance], curve =>
        {
            Assert.Equal(PublishedRepair.Checked.Length, curve.Length);
            Assert.Equal(curve.Order(), curve);
        });
    }
}
