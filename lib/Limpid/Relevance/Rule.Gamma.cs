namespace Limpid.Relevance;

public abstract partial record Rule
{
    /// <summary>
    /// LRP-gamma for inputs that aren't negative: <c>R_j = sum_k x_j (w_jk + gamma w+_jk) / S(sum_j x_j (w_jk + gamma w+_jk) + b_k + gamma b+_k) R_k</c>.
    /// Usual in middle layers after ReLU; for inputs of both signs <see cref="GeneralisedGamma"/>. Source: Montavon et al. 2019, section 10.2.
    /// </summary>
    /// <param name="gamma">gamma, 0 or larger; 0 is <see cref="Epsilon(double)"/>.</param>
    /// <param name="epsilon">Stabiliser.</param>
    public static ShareRule Gamma(double gamma = 0.25, double epsilon = 1e-6)
    {
        var part = WeightPart.MorePositive(CheckGamma(gamma));
        return new(FormattableString.Invariant($"gamma({gamma})"), [new Share(1, [new Term(InputPart.All, part)], part)], new Stabiliser(epsilon));
    }

    /// <summary>
    /// Generalised gamma, for inputs of both signs. Outputs with z_k larger than 0 share by <c>x+ (w + gamma w+) + x- (w + gamma w-)</c> with b + gamma b+,
    /// those with z_k smaller than 0 by <c>x+ (w + gamma w-) + x- (w + gamma w+)</c> with b + gamma b-; an output with z_k = 0 gives nothing.
    /// z_k is the layer's true output, bias included, under both bias policies. For x that isn't negative and outputs above 0 it is <see cref="Gamma"/>.
    /// </summary>
    /// <param name="gamma">gamma, 0 or larger.</param>
    /// <param name="epsilon">Stabiliser.</param>
    public static ShareRule GeneralisedGamma(double gamma = 0.25, double epsilon = 1e-6)
    {
        var (more, less) = (WeightPart.MorePositive(CheckGamma(gamma)), WeightPart.MoreNegative(gamma));
        return new(FormattableString.Invariant($"generalised gamma({gamma})"),
        [
            new Share(1, [new Term(InputPart.Positive, more), new Term(InputPart.Negative, less)], more, OutputSign.Positive),
            new Share(1, [new Term(InputPart.Positive, less), new Term(InputPart.Negative, more)], less, OutputSign.Negative),
        ], new Stabiliser(epsilon));
    }

    private static double CheckGamma(double gamma) => double.IsFinite(gamma) && gamma >= 0
        ? gamma
        : throw new ArgumentOutOfRangeException(nameof(gamma), gamma, FormattableString.Invariant($"gamma is {gamma}; expected a finite number, 0 or larger."));
}
