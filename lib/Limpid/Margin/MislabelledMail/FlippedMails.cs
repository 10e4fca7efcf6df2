using System.Collections.Immutable;
using Limpid.Margin.Baselines;
using Limpid.Reproduction;

namespace Limpid.Margin.MislabelledMail;

/// <summary>The training mails of a task with some labels flipped, and the classifier that believes them.</summary>
public sealed class FlippedMails
{
    private FlippedMails(MailTask task, Seed seed, bool[] flipped)
    {
        (Task, Seed, Flipped) = (task, seed, [.. flipped]);
        Labels = [.. task.TrainLabels.Select((label, i) => flipped[i] ? 1 - label : label)];
        Fit = LogisticRegression.Fit(task.Train, Labels, task.Protocol.Decay, task.Protocol.Tolerance);
    }

    /// <summary>The mails.</summary>
    public MailTask Task { get; }

    /// <summary>What the flips were drawn with.</summary>
    public Seed Seed { get; }

    /// <summary>Which labels are wrong.</summary>
    public ImmutableArray<bool> Flipped { get; }

    /// <summary>The labels as a user would have them.</summary>
    public ImmutableArray<int> Labels { get; }

    /// <summary>The classifier trained on them.</summary>
    public LogisticRegression Fit { get; }

    /// <summary>Flips labels at random.</summary>
    /// <param name="task">The mails.</param>
    /// <param name="seed">Draws which.</param>
    public static FlippedMails Draw(MailTask task, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(task);
        int[] order = [.. Enumerable.Range(0, task.TrainMails.Length)];
        seed.Random("flips").Shuffle(order);
        var flipped = new bool[order.Length];
        foreach (var i in order.Take(task.Step * task.Protocol.FlipSteps)) flipped[i] = true;
        return new FlippedMails(task, seed, flipped);
    }

    /// <summary>MARGIN's answer, with a filter of so many hops.</summary>
    /// <param name="hops">At least 1.</param>
    public MislabelledSamples Margin(int hops = 1) => MislabelledSamples.Of(Task.Graph, Labels, Influence.RandomWalk(hops));

    /// <summary>The control: MARGIN on a graph of the same form whose vertices are given to the mails at random.</summary>
    public ImmutableArray<int> OnPermutedGraph()
    {
        int[] place = [.. Enumerable.Range(0, Labels.Length)];
        Seed.Random("permuted").Shuffle(place);
        return [.. MislabelledSamples.Of(Task.Graph, [.. place.Select(mail => Labels[mail])]).ByAgreement.Ranking.Select(vertex => place[vertex])];
    }

    /// <summary>The mails from the largest to the smallest score; equal ones by index.</summary>
    internal static ImmutableArray<int> ByScore(IReadOnlyList<double> scores) => [.. Enumerable.Range(0, scores.Count).OrderByDescending(i => scores[i])];
}
