namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>One of the networks compared on MNIST.</summary>
/// <param name="Name">As shown in charts and tables.</param>
/// <param name="Regulariser">What its 64-neuron layer is trained with.</param>
/// <param name="Convolutions">Network (b) instead of (a).</param>
public sealed record GridVariant(string Name, Regulariser Regulariser, bool Convolutions = false)
{
    /// <summary>A name for files, from the name and the weight.</summary>
    internal string Key => string.Concat(FormattableString.Invariant($"{Name} {Regulariser.Weight}").Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-'));

    /// <summary>The three networks of the paper's pictures: none, GSR, GSR with convolutions.</summary>
    /// <param name="alpha">Weight of the graph penalty.</param>
    public static IReadOnlyList<GridVariant> Pictures(double alpha) =>
    [
        new("none", Regulariser.None),
        new("GSR", Regulariser.GraphSpectral(alpha)),
        new("GSR + conv", Regulariser.GraphSpectral(alpha), Convolutions: true),
    ];

    /// <summary>Every network of the paper's MNIST sections: none, L1, L2, GSR, GSR with convolutions.</summary>
    /// <param name="alpha">Weight of the graph penalty.</param>
    /// <param name="lambda">Weight of L1 and of L2.</param>
    public static IReadOnlyList<GridVariant> All(double alpha, double lambda) => [.. Table(alpha, lambda), Pictures(alpha)[^1]];

    /// <summary>The four rows of the paper's Table 3.1: none, L1, L2, GSR.</summary>
    /// <param name="alpha">Weight of the graph penalty.</param>
    /// <param name="lambda">Weight of L1 and of L2.</param>
    public static IReadOnlyList<GridVariant> Table(double alpha, double lambda) =>
    [
        new("none", Regulariser.None),
        new("L1", Regulariser.L1(lambda)),
        new("L2", Regulariser.L2(lambda)),
        new("GSR", Regulariser.GraphSpectral(alpha)),
    ];
}
