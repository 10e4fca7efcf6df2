using Limpid.Data.Mails;
using Limpid.Data.Tabular;
using Limpid.Evaluation;
using Limpid.Graphs;
using Limpid.Margin.Attacks;
using Limpid.Margin.Baselines;
using Limpid.Margin.PrototypeSelection;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.Choices;

/// <summary>The tasks of this package with one number each, scaled so that chance is 0 and perfection 1.</summary>
public static class ChoiceTasks
{
    private const int RandomDraws = 20;

    /// <summary>Prototypes: 1 - e/e_random with e the test error by the nearest of 3 in 100 training samples, the peaks of the signal kept apart, and e_random that of random choices.</summary>
    /// <param name="name">Of the task.</param>
    /// <param name="draw">The samples of a seed.</param>
    /// <param name="gamma">Of the kernel; <see cref="DigitSamples.Gamma"/> if null.</param>
    public static ChoiceTask Prototypes(string name, Func<Seed, DigitSamples> draw, double? gamma = null) => new(name, "1 - error / error of random choices", seed =>
    {
        var samples = draw(seed);
        var (labels, random, kernel) = (samples.TrainLabels, seed.Random("lots"), gamma ?? samples.Gamma());
        int[] count = [Math.Max(1, (int)Math.Round(0.03 * labels.Length))];
        double Error(IReadOnlyList<int> chosen) => NearestPrototype.Errors(samples.Train, labels, [.. chosen.Take(count[0])], count, samples.Test, samples.TestLabels)[0];
        var chance = Enumerable.Range(0, RandomDraws).Average(_ => Error(Shuffled(labels.Length, random)));
        return new ChoiceCase(samples.Train, graph => MmdSignal.Of(samples.Train, graph, kernel), (graph, filtered) => 1 - Error(SelectionOrder.Apart(graph, Descending(filtered))) / chance);
    });

    /// <summary>Wrong labels: a tenth of the digits of 8 x 8 bears another label; the signal is the agreement of labels; (s - .1) / .9 with s the share of wrong labels among the first tenth checked.</summary>
    /// <param name="samples">How many digits.</param>
    public static ChoiceTask WrongLabels(int samples) => WrongLabels("wrong labels", 10, seed => DigitSamples.Digits(samples, seed) is var drawn ? (drawn.Train, drawn.TrainLabels) : default);

    /// <summary>Wrong labels among mails: the same with bags of words, scaled to length 1 so that the nearest are those by cosine; words are those of at least five of the mails.</summary>
    /// <param name="corpus">Mails.</param>
    /// <param name="samples">How many of them a seed draws.</param>
    public static ChoiceTask WrongMailLabels(MailCorpus corpus, int samples)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        return WrongLabels("wrong labels, mail", 2, seed =>
        {
            var drawn = corpus.Sample(samples, seed);
            var counts = Vocabulary.Fit(drawn.Mails).Count(drawn.Mails).ToTensor().to(float64);
            return (counts / counts.square().sum(1, keepdim: true).sqrt().clamp_min(1e-300), drawn.Labels);
        });
    }

    /// <summary>The decision boundary of a logistic regression on breast cancer, from four tumours in five: 2a - 1 with a the area of influence as a detector of the twentieth with the least margins.</summary>
    public static ChoiceTask Boundary() => new("decision boundary", "2 AUC - 1 for the least twentieth of margins", seed =>
    {
        var table = TabularSets.BreastCancer();
        var (rows, _) = table.Split(0.2, seed.Random("split"));
        var raw = table.Inputs(rows).to(float64);
        var inputs = (raw - raw.mean([0])) / raw.std(0L);
        var margins = LogisticRegression.Fit(inputs, [.. rows.Select(row => (int)table.Targets[row])], decay: 0.01).Logits(inputs);
        int[] predicted = [.. margins.Select(margin => margin > 0 ? 1 : 0)];
        var bound = margins.Select(Math.Abs).Order().ElementAt(margins.Length / 20);
        return new ChoiceCase(inputs, graph => LabelAgreement.Share(graph, predicted), (_, filtered) => Area(filtered, i => Math.Abs(margins[i]) < bound));
    });

    /// <summary>Attacks: digits of 8 x 8 beside the same digits attacked by the fast gradient sign method; 2a - 1 with a the area of influence as a detector of the attacked ones.</summary>
    /// <param name="samples">Test digits attacked.</param>
    /// <param name="epsilon">The change of each pixel.</param>
    public static ChoiceTask Attack(int samples, double epsilon = 0.2) => new("attack", "2 AUC - 1, attacked against clean", seed => Attacked(seed, samples, epsilon, noise: false));

    /// <summary>The control of attacks: noise in a random direction, of equal norm.</summary>
    /// <param name="samples">Test digits changed.</param>
    /// <param name="epsilon">The change of each pixel by the attack.</param>
    public static ChoiceTask Noise(int samples, double epsilon = 0.2) => new("noise (control)", "2 AUC - 1, noisy against clean", seed => Attacked(seed, samples, epsilon, noise: true));

    private static ChoiceTask WrongLabels(string name, int classes, Func<Seed, (Tensor Points, int[] Labels)> draw) => new(name, "share found among the first tenth, over chance", seed =>
    {
        var ((points, right), random) = (draw(seed), seed.Random("flips"));
        var wrong = Shuffled(right.Length, random).Take(right.Length / 10).ToHashSet();
        int[] labels = [.. right.Select((label, i) => wrong.Contains(i) ? (label + random.Next(1, classes)) % classes : label)];
        double Found(double[] filtered) => Descending(Array.ConvertAll(filtered, Math.Abs)).Take(wrong.Count).Count(wrong.Contains) / (double)wrong.Count;
        return new ChoiceCase(points, graph => LabelAgreement.Share(graph, labels), (_, filtered) => (Found(filtered) - 0.1) / 0.9);
    });

    private static ChoiceCase Attacked(Seed seed, int samples, double epsilon, bool noise)
    {
        var drawn = DigitSamples.Digits(1000, seed);
        using var network = DigitNetwork.Train(drawn.Train, drawn.TrainLabels, seed.Of("network"));
        var chosen = Shuffled(drawn.TestLabels.Length, seed.Random("attacked")).Take(samples).ToArray();
        var clean = drawn.Test.index_select(0, tensor(chosen.Select(i => (long)i).ToArray()));
        using var result = Attacks.Attack.Fgsm(epsilon).Run(network, clean, tensor(chosen.Select(i => (long)drawn.TestLabels[i]).ToArray()));
        var changed = noise ? EqualNoise.Of(clean, result.Norms, seed.Random("noise")) : result.Inputs;
        var points = cat([clean, changed]).to(float64);
        var gamma = (drawn with { Train = clean, TrainLabels = [.. chosen.Select(i => drawn.TestLabels[i])] }).Gamma();
        return new ChoiceCase(points, graph => MmdSignal.Of(points, graph, gamma), (_, filtered) => Area(filtered, i => i >= chosen.Length));
    }

    private static double Area(double[] filtered, Func<int, bool> member) =>
        2 * RankArea.Of(Array.ConvertAll(filtered, Math.Abs), [.. Enumerable.Range(0, filtered.Length).Select(member)]) - 1;

    private static int[] Descending(double[] values) => [.. Enumerable.Range(0, values.Length).OrderByDescending(i => values[i])];

    private static int[] Shuffled(int count, Random random)
    {
        int[] all = [.. Enumerable.Range(0, count)];
        random.Shuffle(all);
        return all;
    }
}
