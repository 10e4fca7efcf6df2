using Limpid.Evaluation;
using Limpid.Margin.AdversarialGroups;
using Limpid.Margin.LatentNetworks;
using Limpid.Reproduction;
using Limpid.Tests.Margin.LatentNetworks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Limpid.Tests.Margin.AdversarialGroups;

[Collection(ProcessCollection.Name)]
public sealed class AttackExperimentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly AttackSettings small = new() { Images = 20, Neighbours = 6, Epsilons = [0.05, 0.2], DeepFoolSteps = 8, CarliniSearches = 2, CarliniSteps = 10, Known = 60, Rare = 4, Divisions = 19 };

    [Fact]
    public void Groups_are_equal_in_size_and_noise_in_norm_and_all_repeats()
    {
        using var scope = NewDisposeScope();
        using var train = Patches.Of(200, 3, 1);
        using var test = Patches.Of(90, 3, 2);
        using var network = new LatentTraining(4, 20, 2e-3).Train(train, new Seed(1), cancel: Cancel);
        var experiment = new AttackExperiment(network, train, test, small);
        var log = new StringWriter();
        var result = experiment.Run([new Seed(4)], "patches", log, Cancel)[0];
        Assert.Contains("class 1, 20 images", log.ToString());
        Assert.Equal(["FGSM 0.05", "FGSM 0.2", "DeepFool", "Carlini-Wagner"], result.Attacks.Select(attack => attack.Attack));
        using var drawn = experiment.Draw(new Seed(4));
        Assert.All(drawn.Labels.data<long>().ToArray(), label => Assert.Equal(1, label));
        Assert.Equal(1, LatentTraining.Accuracy(network, drawn));
        Assert.All(result.Attacks, attack =>
        {
            Assert.Equal((60, 60), (attack.Pixels.Scores.Length, attack.Latent.Scores.Length));
            foreach (var (_, space) in attack.Spaces)
            {
                var (clean, attacked, noise) = (space.Groups[0].Values, space.Groups[1].Values, space.Groups[2].Values);
                double Area(double[] other) => RankArea.Of([.. clean, .. other], [.. Enumerable.Range(0, 40).Select(i => i >= 20)]);
                // Four digits of the scores are kept.
                Close.Values([Area(attacked), Area(noise)], [space.Attacked, space.Noisy], 0.02);
                Assert.InRange(space.TestAttacked, 0.05, 1);
                Assert.InRange(space.Shuffled, 0.1, 0.9);
            }
            double[] rare = [attack.Rare.Attacked, attack.Rare.Noisy, attack.Rare.Shuffled, attack.Rare.PlainAttacked, attack.Rare.PlainNoisy];
            // Four attacked against sixteen clean ones: an area is a number of the 64 pairs, ties by halves.
            Assert.All(rare, area => Assert.Equal(Math.Round(128 * area), 128 * area, 1e-9));
        });
        // Not more than eps, on average less where the range ends; the sign is everywhere but where the gradient is 0.
        Assert.InRange(result.Attacks[0].Largest, 0.04, 0.0501);
        Assert.InRange(result.Attacks[1].Norm, 3 * result.Attacks[0].Norm, 4.01 * result.Attacks[0].Norm);
        Assert.True(result.Attacks[2].Success >= 0.5 && result.Attacks[2].NoiseSuccess <= result.Attacks[2].Success);
        var again = experiment.Run([new Seed(4)], "patches", cancel: Cancel)[0];
        Assert.Equal(result.Attacks.Select(attack => attack.Latent.Scores), again.Attacks.Select(attack => attack.Latent.Scores));
        Assert.Equal(result.Mean(attack => attack.DensityAttacked), again.Mean(attack => attack.DensityAttacked));
        Assert.False(network.training);
    }

    [Fact]
    public void Gamma_follows_the_median_distance()
    {
        using var scope = NewDisposeScope();
        // Squared distances 1, 9 and 4.
        Assert.Equal(0.5, KernelScale.Gamma(tensor(new double[] { 0, 1, 3 }).view(3, 1), 2), 1e-12);
        Assert.Contains("coincide", Assert.Throws<ArgumentException>(() => KernelScale.Gamma(zeros(4, 2), 2)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => KernelScale.Gamma(zeros(4, 2), 0));
        Assert.Throws<ArgumentException>(() => KernelScale.Gamma(zeros(1, 2), 1));
    }
}
