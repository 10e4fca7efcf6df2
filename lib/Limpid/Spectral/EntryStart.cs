using static TorchSharp.torch;

namespace Limpid.Spectral;

/// <summary>How the entries of a trained tensor start.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Fill">Fills a tensor in place; draws come from libtorch's generator (<c>torch.manual_seed</c>).</param>
public sealed record EntryStart(string Name, Action<Tensor> Fill)
{
    /// <summary>
    /// Uniform between -a and a with <c>a = sqrt(6 / (n_in + n_out))</c>, where n is a tensor's first two axes times all further ones: a dense layer's usual start.
    /// Source: Glorot and Bengio 2010, eq. 16.
    /// </summary>
    public static EntryStart GlorotUniform { get; } = new("Glorot uniform", tensor => nn.init.xavier_uniform_(tensor));

    /// <summary>One number everywhere.</summary>
    /// <param name="value">The number, finite.</param>
    public static EntryStart Constant(double value)
    {
        Finite(value, double.NegativeInfinity);
        return new(FormattableString.Invariant($"{value}"), tensor => tensor.fill_(value));
    }

    /// <summary>Uniform between -a and a, about a centre.</summary>
    /// <param name="a">Half the width, 0 or larger.</param>
    /// <param name="centre">The centre.</param>
    public static EntryStart Uniform(double a, double centre = 0)
    {
        Finite(a, 0);
        return new(FormattableString.Invariant($"{(centre == 0 ? "" : $"{centre} + ")}U(-{a}, {a})"), tensor => tensor.uniform_(centre - a, centre + a));
    }

    /// <summary>Normal with mean 0.</summary>
    /// <param name="deviation">Standard deviation, 0 or larger.</param>
    public static EntryStart Normal(double deviation)
    {
        Finite(deviation, 0);
        return new(FormattableString.Invariant($"N(0, {deviation}^2)"), tensor => tensor.normal_(0, deviation));
    }

    /// <summary>
    /// The product <c>U S V</c> of a matrix [n_in, n_out]: U [n_in, k] and V [k, n_out] normal with standard deviation 0.04, S diagonal and uniform between 0 and 3, k the smaller
    /// width. Source: Chicchi et al., PRE 104 054312 (2021), the authors' code ("spectral full").
    /// </summary>
    public static EntryStart SingularProduct { get; } = new("U S V", tensor =>
    {
        using var scope = NewDisposeScope();
        var (u, s, v) = SingularParts(tensor.size(0), tensor.size(1), tensor.dtype);
        tensor.copy_((u * s).mm(v));
    });

    // U [n_in, k], S [k], V [k, n_out].
    internal static (Tensor U, Tensor S, Tensor V) SingularParts(long inputs, long outputs, ScalarType type)
    {
        var k = Math.Min(inputs, outputs);
        Tensor u = empty([inputs, k], dtype: type), s = empty([k], dtype: type), v = empty([k, outputs], dtype: type);
        Normal(0.04).Fill(u);
        Uniform(1.5, 1.5).Fill(s);
        Normal(0.04).Fill(v);
        return (u, s, v);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static void Finite(double value, double least)
    {
        if (!double.IsFinite(value) || value < least)
            throw new ArgumentOutOfRangeException(nameof(value), value, FormattableString.Invariant($"The number is {value}; expected a finite one{(least == 0 ? ", 0 or larger" : "")}."));
    }
}
