using Limpid.Data;
using Limpid.Display;
using Limpid.Evaluation;
using Limpid.Margin.Attacks;
using Limpid.Margin.Baselines;
using Limpid.Margin.LatentNetworks;
using Limpid.Reproduction;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.AdversarialGroups;

/// <summary>Attacks images of one class after another and asks the influence of clean, attacked and noisy inputs.</summary>
/// <param name="network">The network under attack, in evaluation mode; left as it is.</param>
/// <param name="train">Training images, which the density detector draws from.</param>
/// <param name="test">Test images, which are attacked.</param>
/// <param name="settings">Sizes.</param>
/// <param name="replicates">Keeps each finished class, or null.</param>
public sealed class AttackExperiment(LatentNetwork network, ImageSet train, ImageSet test, AttackSettings settings, Experiment? replicates = null)
{
    /// <summary>Attacks one class for each seed.</summary>
    /// <param name="seeds">The last digit of a seed is the class; it draws images and noise.</param>
    /// <param name="name">Names what is kept, for example <c>mnist</c>.</param>
    /// <param name="log">Gets a line when one is finished.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public IReadOnlyList<ClassReading> Run(IReadOnlyList<Seed> seeds, string name, TextWriter? log = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        return [.. seeds.Select(seed =>
        {
            var reading = replicates.Replicate(name, seed, each => Run(each, name, cancel));
            log?.WriteLine($"{name}, {reading}");
            return reading;
        })];
    }

    /// <summary>The images of a seed's class that are attacked: test images that the network reads right, in random order.</summary>
    /// <param name="seed">The seed.</param>
    public ImageSet Draw(Seed seed)
    {
        var rows = Right();
        seed.Random("images").Shuffle(rows);
        return test.Select(rows[..Math.Min(settings.Images, rows.Length)]);

        long[] Right()
        {
            using var scope = NewDisposeScope();
            var right = network.Read(test.Images).Scores.argmax(1).eq(test.Labels).logical_and(test.Labels.eq(Class(seed)));
            return right.nonzero().squeeze(1).data<long>().ToArray();
        }
    }

    private int Class(Seed seed) => (int)(seed.Value % test.ClassNames.Count);

    private ClassReading Run(Seed seed, string name, CancellationToken cancel)
    {
        using var scope = NewDisposeScope();
        using var clean = Draw(seed);
        using var known = train.Take(Math.Min(settings.Known, train.Count), seed.Of("known"));
        var features = network.Read(clean.Images).Features;
        var (gammaPixels, gammaLatent) = (KernelScale.Gamma(clean.Images, settings.KernelScale), KernelScale.Gamma(features, settings.KernelScale));
        // The same kernel as the signal's.
        var density = KernelDensityDetector.Fit(network.Read(known.Images).Features, Answers(known.Labels), 1 / Math.Sqrt(gammaLatent));
        var attacks = settings.Attacks();
        return new ClassReading
        {
            Seed = seed,
            Class = Class(seed),
            Images = clean.Count,
            Attacks = [.. Progress.Track(attacks, $"attacks on {name}, class {Class(seed)}", attacks.Count).Select(attack => Read(attack.Name, attack.Attack))],
        };

        AttackReading Read(string attackName, Attack attack)
        {
            using var inner = NewDisposeScope();
            using var attacked = attack.Run(network, clean.Images, clean.Labels, cancel);
            var noisy = EqualNoise.Of(clean.Images, attacked.Norms, seed.Random($"noise of {attackName}"));
            var ((latent, scores), (noisyLatent, noisyScores)) = (network.Read(attacked.Inputs), network.Read(noisy));
            var own = density.Scores(features, Answers(clean.Labels));
            double Detected(Tensor other, Tensor answers) => Area(own, density.Scores(other, Answers(answers.argmax(1))));
            return new AttackReading
            {
                Attack = attackName,
                Success = attacked.SuccessRate,
                NoiseSuccess = noisyScores.argmax(1).ne(clean.Labels).to(float64).mean().ToDouble(),
                Norm = attacked.Norms.Average(),
                Largest = (attacked.Inputs - clean.Images).abs().flatten(1).amax([1]).to(float64).mean().ToDouble(),
                Pixels = Space([clean.Images.flatten(1), attacked.Inputs.flatten(1), noisy.flatten(1)], gammaPixels, seed, $"{attackName}, pixels", cancel),
                Latent = Space([features, latent, noisyLatent], gammaLatent, seed, $"{attackName}, latent", cancel),
                Rare = Rare(features, latent, noisyLatent, gammaLatent, seed, attackName, cancel),
                DensityAttacked = Detected(latent, scores),
                DensityNoisy = Detected(noisyLatent, noisyScores),
            };
        }
    }

    private SpaceReading Space(Tensor[] groups, double gamma, Seed seed, string stream, CancellationToken cancel)
    {
        var statistics = AdversarialStatistics.Of([("clean", groups[0]), ("attacked", groups[1]), ("noisy", groups[2])], gamma, settings.Neighbours, Influence.RandomWalk(settings.Hops), cancel);
        var n = (int)groups[0].size(0);
        double Test(Tensor other) => MmdTest.Of(groups[0], other, gamma, settings.Divisions, seed.Random($"divisions of {stream}")).PValue;
        return new SpaceReading
        {
            Gamma = gamma,
            Attacked = statistics.Area("attacked"),
            Noisy = statistics.Area("noisy"),
            Shuffled = Dealt(statistics.Influence.Scores.AsSpan()[..(2 * n)], n, seed.Random($"groups of {stream}")),
            PlainAttacked = statistics.SignalArea("attacked"),
            PlainNoisy = statistics.SignalArea("noisy"),
            PlainShuffled = Dealt(statistics.Signal.AsSpan()[..(2 * n)], n, seed.Random($"groups of {stream}")),
            TestAttacked = Test(groups[1]),
            TestNoisy = Test(groups[2]),
            Scores = [.. statistics.Influence.Scores.Select(score => (float)Math.Round(score, 4))],
        };
    }

    // The last few images are attacked, the others are clean: no image comes twice.
    private RareReading Rare(Tensor clean, Tensor attacked, Tensor noisy, double gamma, Seed seed, string stream, CancellationToken cancel)
    {
        var (n, few) = (clean.size(0), Math.Min(settings.Rare, clean.size(0) / 2));
        AdversarialStatistics Of(Tensor other) => AdversarialStatistics.Of(
            [("clean", clean.narrow(0, 0, n - few)), ("other", other.narrow(0, n - few, few))], gamma, settings.Neighbours, Influence.RandomWalk(settings.RareHops), cancel);
        var (hostile, harmless) = (Of(attacked), Of(noisy));
        return new RareReading
        {
            Attacked = hostile.Area("other"),
            Noisy = harmless.Area("other"),
            Shuffled = Dealt(hostile.Influence.Scores.AsSpan(), (int)(n - few), seed.Random($"few of {stream}")),
            PlainAttacked = hostile.SignalArea("other"),
            PlainNoisy = harmless.SignalArea("other"),
        };
    }

    private static double Dealt(ReadOnlySpan<double> scores, int clean, Random random)
    {
        var dealt = scores.ToArray();
        random.Shuffle(dealt);
        return Area(dealt[..clean], dealt[clean..]);
    }

    private static int[] Answers(Tensor classes) => [.. classes.data<long>().ToArray().Select(each => (int)each)];

    private static double Area(double[] clean, double[] other) => RankArea.Of([.. clean, .. other], [.. Enumerable.Range(0, clean.Length + other.Length).Select(i => i >= clean.Length)]);
}
