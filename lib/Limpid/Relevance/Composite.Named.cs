using Limpid.Relevance.Networks;
using static TorchSharp.torch;

namespace Limpid.Relevance;

public sealed partial record Composite
{
    /// <summary>epsilon in fully connected layers, z+ in convolutions. Source: Kohlbrenner et al. 2020.</summary>
    /// <param name="epsilon">epsilon.</param>
    public static Composite EpsilonPlus(double epsilon = 1e-6) => Named("epsilon-plus", Convolutions(Rule.ZPlus()), Linears(epsilon));

    /// <summary>As <see cref="EpsilonPlus"/> with the flat rule in the first layer.</summary>
    /// <param name="epsilon">epsilon.</param>
    public static Composite EpsilonPlusFlat(double epsilon = 1e-6) => Named("epsilon-plus-flat", First(Rule.Flat()), Convolutions(Rule.ZPlus()), Linears(epsilon));

    /// <summary>epsilon in fully connected layers, alpha 2 beta 1 in convolutions.</summary>
    /// <param name="epsilon">epsilon.</param>
    public static Composite EpsilonAlpha2Beta1(double epsilon = 1e-6) => Named("epsilon-alpha2-beta1", Convolutions(Rule.AlphaBeta()), Linears(epsilon));

    /// <summary>As <see cref="EpsilonAlpha2Beta1"/> with the flat rule in the first layer.</summary>
    /// <param name="epsilon">epsilon.</param>
    public static Composite EpsilonAlpha2Beta1Flat(double epsilon = 1e-6) =>
        Named("epsilon-alpha2-beta1-flat", First(Rule.Flat()), Convolutions(Rule.AlphaBeta()), Linears(epsilon));

    /// <summary>z-box in the first convolution, generalised gamma in the others, epsilon in fully connected layers.</summary>
    /// <param name="low">Smallest input, see <see cref="Rule.ZBox(Tensor, Tensor, double)"/>.</param>
    /// <param name="high">Largest input.</param>
    /// <param name="gamma">gamma.</param>
    /// <param name="epsilon">epsilon.</param>
    public static Composite EpsilonGammaBox(Tensor low, Tensor high, double gamma = 0.25, double epsilon = 1e-6) => Named("epsilon-gamma-box",
        new Assignment("first convolution", place => place.IsFirst && IsConvolution(place), Rule.ZBox(low, high)), Convolutions(Rule.GeneralisedGamma(gamma)), Linears(epsilon));

    /// <summary>
    /// The recipe of Montavon et al. 2019 for VGG-16: z-box in the first layer, gamma 0.25 in the lower convolutions (7 of VGG-16's 13), epsilon = 0.25 RMS(z) in
    /// the upper ones, LRP-0 in fully connected layers, max-pooling in proportion.
    /// </summary>
    /// <param name="low">Smallest input.</param>
    /// <param name="high">Largest input.</param>
    public static Composite MontavonVgg(Tensor low, Tensor high)
    {
        // Fully connected layers come last in these networks; of the layers with weights three are fully connected in VGG-16.
        return Named("Montavon VGG", First(Rule.ZBox(low, high)),
            new Assignment("lower convolutions", place => IsConvolution(place) && 2 * place.Index <= place.Count - 3, Rule.Gamma(0.25, 1e-9)),
            new Assignment("upper convolutions", IsConvolution, Rule.Epsilon(new Stabiliser(0.25, true))),
            new Assignment("linear", place => place.Kind == LayerKind.Linear, Rule.Zero()),
            new Assignment("max-pooling", place => place.Kind == LayerKind.MaxPool, Rule.ProportionalPool(1e-9)));
    }

    /// <summary>One rule for all layers with weights.</summary>
    /// <param name="rule">The rule.</param>
    public static Composite Uniform(Rule rule) =>
        Named($"uniform {NotNull(rule)}", new Assignment("layers with weights", place => place.Node.IsParametric, rule));

    private static Composite Named(string name, params Assignment[] lines) => new(name, [.. lines, .. Common]);

    private static Assignment[] Common { get; } =
    [
        Kind(LayerKind.Activation, Rule.Pass()), Kind(LayerKind.BatchNorm, Rule.Pass()),
        Kind(LayerKind.AveragePool, Rule.Norm()), Kind(LayerKind.Interpolation, Rule.Norm()),
        Kind(LayerKind.Sum, Rule.Split()), Kind(LayerKind.MaxPool, Rule.WinnerTakesAll()),
        Kind(LayerKind.Reshape, Rule.Move()), Kind(LayerKind.Concatenation, Rule.Move()),
        Kind(LayerKind.Softmax, Rule.Softmax()), Kind(LayerKind.LayerNorm, Rule.LayerNorm()),
        Kind(LayerKind.MatrixProduct, Rule.MatrixProduct()), Kind(LayerKind.Product, Rule.Product()),
        Kind(LayerKind.Embedding, Rule.Embedding()),
    ];

    private static Assignment Kind(LayerKind kind, Rule rule) => new(kind.ToString(), place => place.Kind == kind, rule);

    private static Assignment First(Rule rule) => new("first layer", place => place.IsFirst, rule);

    private static Assignment Convolutions(Rule rule) => new("convolutions", IsConvolution, rule);

    private static Assignment Linears(double epsilon) => new("linear", place => place.Kind == LayerKind.Linear, Rule.Epsilon(epsilon));

    private static bool IsConvolution(LayerPlace place) => place.Kind is LayerKind.Convolution or LayerKind.TransposedConvolution;
}
