using System.Globalization;
using System.Text.Json.Serialization;
using Limpid.GraphSpectral.MnistGrid;

namespace Limpid.GraphSpectral.Toys;

/// <summary>Everything measured on one trained network; plain numbers, so that it can be stored and read back.</summary>
public sealed record ToyResult
{
    /// <summary>Name of the <see cref="ToyVariant"/>.</summary>
    public required string Variant { get; init; }

    /// <summary>The seed it was trained from.</summary>
    public required long Seed { get; init; }

    /// <summary>Mean squared error of the reconstruction over the variance of the data; 1 is no better than the mean.</summary>
    public required double Unexplained { get; init; }

    /// <summary>Root mean square of the activations.</summary>
    public required double Scale { get; init; }

    /// <summary>Neurons that are not silent (<see cref="FieldOrder"/>).</summary>
    public required int Living { get; init; }

    /// <summary>Mean Rayleigh quotient z'Lz / z'z over the samples, with its permutation null.</summary>
    public required OrderMeasure Roughness { get; init; }

    /// <summary>Order of the peaks on the path, of the phases on the ring, or purity of the groups, with its permutation null.</summary>
    public required OrderMeasure Order { get; init; }

    /// <summary>Times the phase goes round the ring, without its sign; 0 on a path.</summary>
    public required int Wraps { get; init; }

    /// <summary>The profile [bins][N].</summary>
    public required double[][] Profile { get; init; }

    /// <summary>The profile as a picture: a row for each neuron, the coordinate from left to right, in shares of the largest size; all 0 in a dead layer.</summary>
    [JsonIgnore]
    public double[,] Map
    {
        get
        {
            var (map, largest) = (new double[Profile[0].Length, Profile.Length], Profile.Max(bin => bin.Max(Math.Abs)));
            for (var bin = 0; bin < Profile.Length; bin++)
                for (var v = 0; v < Profile[bin].Length; v++) map[v, bin] = largest > 0 ? Profile[bin][v] / largest : 0;
            return map;
        }
    }

    /// <summary>The profile of one neuron.</summary>
    /// <param name="neuron">Its place.</param>
    public double[] Curve(int neuron) => [.. Profile.Select(bin => bin[neuron])];

    /// <summary>For example "GSR 0.01, seed 0: order 0.93, 2.1 % unexplained".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Variant}, seed {Seed}: order {Order.Observed:F2}, {100 * Unexplained:F1} % unexplained");
}
