using Limpid.Graphs;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.Toys;

/// <summary>One of the networks compared on a toy.</summary>
/// <param name="Name">As shown in charts and tables; also tells runs apart in files, so a changed weight needs a changed name.</param>
public sealed record ToyVariant(string Name)
{
    /// <summary>The penalty on the embedding for a graph, or null for none.</summary>
    public Func<Graph, nn.Module<Tensor, Tensor>>? Penalty { get; init; }

    /// <summary>A module at the end of the encoder in place of a rectifier, or null.</summary>
    public Func<Graph, nn.Module<Tensor, Tensor>>? Choice { get; init; }

    /// <summary>Whether the embedding is rectified; ignored with a <see cref="Choice"/>.</summary>
    public bool Rectified { get; init; } = true;

    /// <summary>Deviation of the noise between embedding and decoder in training.</summary>
    public double Noise { get; init; } = 0.5;

    /// <summary>A name for files.</summary>
    internal string Key => string.Concat(Name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-'));

    /// <summary>No penalty.</summary>
    public static ToyVariant None { get; } = new("none");

    /// <summary>The graph penalty.</summary>
    /// <param name="alpha">Its weight.</param>
    public static ToyVariant GraphSpectral(double alpha) => new(FormattableString.Invariant($"GSR {alpha}")) { Penalty = graph => new GraphSpectralPenalty(graph, alpha) };

    /// <summary>
    /// A soft-max over diffusion bumps: c = sharpness P^t s, z = P^t' p. No penalty; the layer's size is fixed, so it takes a tenth of the noise.
    /// </summary>
    /// <param name="power">t.</param>
    /// <param name="sharpness">Factor on the analysis.</param>
    public static ToyVariant Bumps(int power, double sharpness = 4) => new(FormattableString.Invariant($"bumps t={power}"))
    {
        Noise = 0.05,
        Choice = graph =>
        {
            var bumps = new DiffusionKernel(graph, power).Analysis();
            var sharp = (double[,])bumps.Clone();
            for (var i = 0; i < sharp.GetLength(0); i++)
                for (var j = 0; j < sharp.GetLength(1); j++) sharp[i, j] *= sharpness;
            return new AtomChoice(sharp, bumps);
        },
    };

    /// <summary>The family of penalties: none, the Laplacian, its square, heat, Fourier L1, Mexican hats, Meyer's wavelets, and the soft-max over diffusion bumps.</summary>
    /// <param name="alpha">Weight of the quadratic ones.</param>
    /// <param name="lambda">Weight of the L1 ones.</param>
    public static IReadOnlyList<ToyVariant> Family(double alpha, double lambda) =>
    [
        None,
        GraphSpectral(alpha),
        Spectral("L^2", graph => SpectralPenalty.Power(graph, 2, alpha)),
        Spectral("heat", graph => SpectralPenalty.Heat(graph, 2, alpha)),
        Spectral("Fourier L1", graph => SpectralPenalty.Fourier(graph, lambda)),
        Spectral("hats L1", graph => SpectralPenalty.Wavelets(WaveletFrame.MexicanHat(graph.Laplacian(), [4, 2, 1, 0.5]), lambda)),
        Spectral("Meyer L1", graph => SpectralPenalty.Wavelets(WaveletFrame.Meyer(graph.Laplacian()), lambda, scaling: false)),
        Bumps(5),
    ];

    private static ToyVariant Spectral(string name, Func<Graph, nn.Module<Tensor, Tensor>> penalty) => new(name) { Penalty = penalty };
}
