using System.Collections.Immutable;
using Limpid.Data.Mails;
using Limpid.Graphs;
using Limpid.Margin.Baselines;
using Limpid.Reproduction;

namespace Limpid.Margin.MislabelledMail;

/// <summary>A corpus made ready: four fifths to train on, bags of words, the graph of the training mails. All of it is independent of the labels, and the same for every seed of an experiment.</summary>
public sealed class MailTask
{
    private MailTask(MailCorpus corpus, RepairProtocol protocol, Mail[] mails)
    {
        var trained = (int)(0.8 * mails.Length);
        (Name, Protocol, TrainMails, TestMails) = (corpus.Name, protocol, [.. mails[..trained]], [.. mails[trained..]]);
        (TrainLabels, TestLabels) = (LabelsOf(TrainMails), LabelsOf(TestMails));
        Vocabulary = Vocabulary.Fit(TrainMails);
        var bags = Vocabulary.Count(TrainMails);
        (Train, Test) = (Rows(bags), Rows(Vocabulary.Count(TestMails)));
        using var counts = bags.ToTensor();
        Graph = Graph.FromNeighbours(NearestNeighbours.ByCosine(counts, protocol.Neighbours));
        Clean = LogisticRegression.Fit(Train, TrainLabels, protocol.Decay, protocol.Tolerance);
    }

    /// <summary>The corpus.</summary>
    public string Name { get; }

    /// <summary>How labels are flipped and repaired.</summary>
    public RepairProtocol Protocol { get; }

    /// <summary>The n mails to train on.</summary>
    public ImmutableArray<Mail> TrainMails { get; }

    /// <summary>The mails to test on.</summary>
    public ImmutableArray<Mail> TestMails { get; }

    /// <summary>1 for spam.</summary>
    public ImmutableArray<int> TrainLabels { get; }

    /// <summary>1 for spam.</summary>
    public ImmutableArray<int> TestLabels { get; }

    /// <summary>The words of at least five training mails.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Counts of words, [n, words].</summary>
    public SparseRows Train { get; }

    /// <summary>Counts of words of the test mails.</summary>
    public SparseRows Test { get; }

    /// <summary>Training mails joined to their nearest by the cosine of their counts.</summary>
    public Graph Graph { get; }

    /// <summary>The classifier of the true labels.</summary>
    public LogisticRegression Clean { get; }

    /// <summary>floor(n / 20), the unit in which labels are flipped and checked.</summary>
    public int Step => TrainMails.Length / 20;

    /// <summary>Makes a corpus ready.</summary>
    /// <param name="corpus">At least some hundred mails.</param>
    /// <param name="protocol">How labels are flipped and repaired.</param>
    /// <param name="split">Shuffles the mails before the first int(.8 N) are taken to train on.</param>
    /// <exception cref="ArgumentException">Too few mails for the graph or for one flip, or no word in five of them.</exception>
    public static MailTask Of(MailCorpus corpus, RepairProtocol protocol, Seed split)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(protocol);
        Mail[] mails = [.. corpus.Mails];
        if (0.8 * mails.Length < Math.Max(20, protocol.Neighbours + 2))
            throw new ArgumentException($"There are {mails.Length} mails; expected some hundred.", nameof(corpus));
        split.Random("split").Shuffle(mails);
        return new MailTask(corpus, protocol, mails);
    }

    private static ImmutableArray<int> LabelsOf(ImmutableArray<Mail> mails) => [.. mails.Select(mail => mail.IsSpam ? 1 : 0)];

    private static SparseRows Rows(BagsOfWords bags) => SparseRows.From(bags.Bags.Select(bag => bag.Select(count => (count.Word, (double)count.Count))), bags.Vocabulary.Words.Length);
}
