using Limpid.Relevance.Networks;

namespace Limpid.Relevance.Ablations;

/// <summary>What is varied: how the cut relevance is put back, the share of negative relevance, the layers, the rules. Around PLRP-lambda with p+ = 1/4, p- = 1/8.</summary>
public static class AblationGrid
{
    /// <summary>The share of positive relevance around which all else is varied.</summary>
    public const double Share = 0.25;

    /// <summary>Unpruned.</summary>
    public const string Plain = "LRP";

    /// <summary>The centre of all variations.</summary>
    public const string Lambda = "PLRP-lambda .25";

    /// <summary>The other way to put relevance back.</summary>
    public const string Matrix = "PLRP-M .25";

    /// <summary>The cut of PLRP-lambda once, at the end.</summary>
    public const string Threshold = "threshold .25";

    /// <summary>The families of rules; epsilon in fully connected layers in all of them, in convolutions what the name says.</summary>
    public static IReadOnlyList<(string Name, Composite Composite)> Families { get; } =
    [
        ("epsilon", Composite.EpsilonPlus().With(LayerKind.Convolution, Rule.Epsilon())),
        ("z+", Composite.EpsilonPlus()),
        ("gamma", Composite.EpsilonPlus().With(LayerKind.Convolution, Rule.Gamma())),
        ("alpha2-beta1", Composite.EpsilonAlpha2Beta1()),
    ];

    /// <summary>All variants, without repetition, the plain one of each family first.</summary>
    public static IReadOnlyList<Variant> All { get; } =
        [.. Families.SelectMany(family => Rules(family.Name, family.Composite)), .. Negative("epsilon"), .. Negative("z+"), .. Shares("z+"), .. Layers("z+")];

    /// <summary>A variant by its name.</summary>
    /// <param name="family">The family of rules.</param>
    /// <param name="name">The variant's name.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Variant Of(string family, string name) => All.FirstOrDefault(variant => variant.Family == family && variant.Name == name)
        ?? throw new ArgumentException($"There is no variant '{name}' of {family}; expected one of {string.Join(", ", All.Select(variant => $"'{variant}'"))}.", nameof(name));

    /// <summary>The plain map, both ways to prune, and the same cut at the end.</summary>
    private static IEnumerable<Variant> Rules(string family, Composite rules) =>
    [
        new(family, Plain, rules) { IsFlipped = true },
        new(family, Lambda, rules.Pruned(Pruning.Lambda(Share))) { IsFlipped = true, HasControls = true },
        new(family, Matrix, rules.Pruned(Pruning.Matrix(Share))) { IsFlipped = family == "z+" },
        new(family, Threshold, rules) { After = map => PrunedMap.Threshold(map, Share) },
    ];

    private static IEnumerable<Variant> Shares(string family) => new[] { 0.1, 0.5 }.SelectMany(share => (Variant[])
    [
        new(family, FormattableString.Invariant($"PLRP-lambda {share:.##}"), RulesOf(family).Pruned(Pruning.Lambda(share))),
        new(family, FormattableString.Invariant($"PLRP-M {share:.##}"), RulesOf(family).Pruned(Pruning.Matrix(share))),
        new(family, FormattableString.Invariant($"threshold {share:.##}"), RulesOf(family)) { After = map => PrunedMap.Threshold(map, share) },
    ]);

    private static IEnumerable<Variant> Negative(string family) =>
    [
        new(family, "p- 0", RulesOf(family).Pruned(Pruning.Lambda(Share, 0))) { IsFlipped = family == "z+" },
        new(family, "p- .25", RulesOf(family).Pruned(Pruning.Lambda(Share, Share))) { IsFlipped = family == "z+" },
    ];

    private static IEnumerable<Variant> Layers(string family) =>
    [
        new(family, "upper half", RulesOf(family).Pruned(Pruning.Lambda(Share) with { Layers = IsUpper })) { IsFlipped = true },
        new(family, "lower half", RulesOf(family).Pruned(Pruning.Lambda(Share) with { Layers = place => !IsUpper(place) })) { IsFlipped = true },
        new(family, "first too", RulesOf(family).Pruned(Pruning.Lambda(Share) with { First = true })) { IsFlipped = true },
    ];

    private static Composite RulesOf(string family) => Families.First(each => each.Name == family).Composite;

    private static bool IsUpper(LayerPlace place) => 2 * place.Index >= place.Count;
}
