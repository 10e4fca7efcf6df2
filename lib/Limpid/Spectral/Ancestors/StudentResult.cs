using System.Text.Json.Serialization;

namespace Limpid.Spectral.Ancestors;

/// <summary>One student and its teacher: the error against the number of hidden nodes that are kept.</summary>
public sealed record StudentResult
{
    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Hidden nodes of the teacher.</summary>
    public required int Teacher { get; init; }

    /// <summary>The numbers of nodes kept, rising; the last is all.</summary>
    public required int[] Sizes { get; init; }

    /// <summary>Mean squared test error over the variance of the target; the spectral student's nodes kept by eigenvalue.</summary>
    public required double[] ByEigenvalue { get; init; }

    /// <summary>The same student, nodes kept by the norm of the weights into them.</summary>
    public required double[] ByWeight { get; init; }

    /// <summary>The same student, nodes kept by lot.</summary>
    public required double[] ByLot { get; init; }

    /// <summary>The plain student, nodes kept by the norm of the weights into them.</summary>
    public required double[] Plain { get; init; }

    /// <summary>|l_out| of the spectral student, falling.</summary>
    public required double[] Eigenvalues { get; init; }

    /// <summary>Norms of the plain student's weights into a node, falling.</summary>
    public required double[] PlainNorms { get; init; }

    /// <summary>The error of the whole spectral student.</summary>
    [JsonIgnore]
    public double Whole => ByEigenvalue[^1];

    /// <summary>The value of a curve at a number of nodes.</summary>
    /// <param name="curve">One of this result's curves.</param>
    /// <param name="size">One of <see cref="Sizes"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">It was not read.</exception>
    public double At(double[] curve, int size)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return Array.IndexOf(Sizes, size) is >= 0 and var at ? curve[at]
            : throw new ArgumentOutOfRangeException(nameof(size), size, $"No error was read with {size} nodes; expected one of {string.Join(", ", Sizes)}.");
    }

    /// <summary>For example "seed 0: error 0.004 with all 100 nodes, 0.005 with 20".</summary>
    public override string ToString() =>
        FormattableString.Invariant($"seed {Seed}: error {Whole:F4} with all {Sizes[^1]} nodes, {At(ByEigenvalue, Teacher):F4} with the teacher's {Teacher}");
}
