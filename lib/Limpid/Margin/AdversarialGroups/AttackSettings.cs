using Limpid.Margin.Attacks;

namespace Limpid.Margin.AdversarialGroups;

/// <summary>The experiment on adversarial examples; all of it is protocol ours.</summary>
public sealed record AttackSettings
{
    /// <summary>Images of a class in each group; fewer where the network reads fewer right.</summary>
    public int Images { get; init; } = 300;

    /// <summary>Neighbours of an input.</summary>
    public int Neighbours { get; init; } = 20;

    /// <summary>Hops of the filter.</summary>
    public int Hops { get; init; } = 1;

    /// <summary>gamma times the median squared distance of the clean inputs: as with the kernel of MMD-critic on USPS, .104 * 59.9.</summary>
    public double KernelScale { get; init; } = 6.23;

    /// <summary>Strengths of FGSM, on pixels from 0 to 1.</summary>
    public double[] Epsilons { get; init; } = [0.1, 0.2, 0.3];

    /// <summary>Most steps of DeepFool.</summary>
    public int DeepFoolSteps { get; init; } = 30;

    /// <summary>Values of c that Carlini and Wagner's attack tries; 9 in the recalled protocol.</summary>
    public int CarliniSearches { get; init; } = 5;

    /// <summary>Steps of Adam for each; 1000 in the recalled protocol.</summary>
    public int CarliniSteps { get; init; } = 100;

    /// <summary>Adam's rate; .01 in the recalled protocol. Fewer steps need larger ones.</summary>
    public double CarliniRate { get; init; } = 0.05;

    /// <summary>The first c; 1e-3 in the recalled protocol. Fewer searches need a nearer one.</summary>
    public double CarliniFirstWeight { get; init; } = 1;

    /// <summary>Training images that the density detector knows, of all classes.</summary>
    public int Known { get; init; } = 5000;

    /// <summary>How many are attacked where attacked inputs are few; the other images are then the clean ones.</summary>
    public int Rare { get; init; } = 20;

    /// <summary>Hops of the filter there: at one hop a handful of attacked inputs still are each other's neighbours.</summary>
    public int RareHops { get; init; } = 2;

    /// <summary>Random divisions of the two-sample test.</summary>
    public int Divisions { get; init; } = 199;

    /// <summary>The attacks with their names in charts, FGSM by rising strength first.</summary>
    public IReadOnlyList<(string Name, Attack Attack)> Attacks() =>
    [
        .. Epsilons.Select(epsilon => (FormattableString.Invariant($"FGSM {epsilon}"), Attack.Fgsm(epsilon))), ("DeepFool", Attack.DeepFool(DeepFoolSteps)),
        ("Carlini-Wagner", Attack.CarliniWagner(CarliniSearches, CarliniSteps, CarliniRate, firstWeight: CarliniFirstWeight)),
    ];
}
