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

    /// <summary>Every network of the paper's MNIST sections: none, L1, L2, GSR, GSR with convolutions, and "GSR, chosen" where its weight is another than alpha.</summary>
    /// <param name="alpha">The paper's weight of the graph penalty, for the pictures.</param>
    /// <param name="l1">Weight of L1 in Table 3.1.</param>
    /// <param name="l2">Weight of L2 there.</param>
    /// <param name="chosen">Weight of the graph penalty there.</param>
    public static IReadOnlyList<GridVariant> All(double alpha, double l1, double l2, double chosen)
    {
        var pictures = Pictures(alpha);
        GridVariant[] other = chosen == alpha ? [] : [new("GSR, chosen", Regulariser.GraphSpectral(chosen))];
        return [pictures[0], new("L1", Regulariser.L1(l1)), new("L2", Regulariser.L2(l2)), .. pictures.Skip(1), .. other];
    }
}
