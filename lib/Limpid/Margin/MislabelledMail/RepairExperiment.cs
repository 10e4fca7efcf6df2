using Limpid.Margin.Baselines;
using Limpid.Reproduction;

namespace Limpid.Margin.MislabelledMail;

/// <summary>Flips labels, checks them in several orders, puts right what is found, and trains anew.</summary>
/// <param name="task">The mails.</param>
/// <param name="rankings">The orders; all of <see cref="MailRanking.All"/> if null.</param>
/// <param name="kept">Keeps finished seeds; null for nothing.</param>
public sealed class RepairExperiment(MailTask task, IReadOnlyList<MailRanking>? rankings = null, Experiment? kept = null)
{
    /// <summary>The seeds one after another.</summary>
    /// <param name="seeds">Each draws flips.</param>
    public IReadOnlyList<RepairResult> Run(IReadOnlyList<Seed> seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        return [.. Limpid.Display.Progress.Track(seeds, $"{task.Name}, seeds").Select(seed => kept.Replicate(task.Name, seed, One))];
    }

    private RepairResult One(Seed seed)
    {
        var mails = FlippedMails.Draw(task, seed);
        return new RepairResult(seed, [.. (rankings ?? MailRanking.All).Select(ranking => Read(ranking, mails))]);
    }

    private RankingReading Read(MailRanking ranking, FlippedMails mails)
    {
        var (order, protocol) = (ranking.Order(mails), task.Protocol);
        var (labels, all) = (mails.Labels.ToArray(), mails.Flipped.Count(wrong => wrong));
        var (found, accuracy) = (new List<double> { 0 }, new List<double>());
        var fit = mails.Fit;
        if (ranking.Retrains) accuracy.Add(fit.Accuracy(task.Test, task.TestLabels));
        for (var budget = 1; budget <= protocol.Budgets; budget++)
        {
            var before = found[^1];
            foreach (var mail in order[((budget - 1) * task.Step)..(budget * task.Step)]) labels[mail] = task.TrainLabels[mail];
            found.Add(order.Take(budget * task.Step).Count(mail => mails.Flipped[mail]) / (double)all);
            if (!ranking.Retrains) continue;
            // Nothing found, nothing to learn anew.
            if (found[^1] > before) fit = LogisticRegression.Fit(task.Train, labels, protocol.Decay, protocol.Tolerance, fit);
            accuracy.Add(fit.Accuracy(task.Test, task.TestLabels));
        }
        return new RankingReading(ranking.Name, [.. found], [.. accuracy], [.. RankingReading.Tops.Select(top => order.Take(top).Count(mail => mails.Flipped[mail]) / (double)Math.Min(top, order.Length))]);
    }
}
