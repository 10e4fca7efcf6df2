namespace Limpid.Margin.AdversarialGroups;

/// <summary>All attacks on the images of one class.</summary>
public sealed record ClassReading
{
    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>The class: the last digit of the seed.</summary>
    public required int Class { get; init; }

    /// <summary>Images in each group.</summary>
    public required int Images { get; init; }

    /// <summary>One reading for each attack, in the order of <see cref="AttackSettings.Attacks"/>.</summary>
    public required AttackReading[] Attacks { get; init; }

    /// <summary>The mean of a number over the attacks.</summary>
    /// <param name="value">The number.</param>
    public double Mean(Func<AttackReading, double> value) => Attacks.Average(value);

    /// <summary>For example "class 3, 300 images: latent .91 attacked, .52 noisy; pixels .60 attacked, .55 noisy".</summary>
    public override string ToString() => FormattableString.Invariant(
        $"class {Class}, {Images} images: latent {Mean(a => a.Latent.Attacked):F3} attacked, {Mean(a => a.Latent.Noisy):F3} noisy; pixels {Mean(a => a.Pixels.Attacked):F3} attacked, {Mean(a => a.Pixels.Noisy):F3} noisy");
}
