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

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static void Finite(double value, double least)
    {
        if (!double.IsFinite(value) || value < least)
            throw new ArgumentOutOfRangeException(nameof(value), value, FormattableString.Invariant($"The number is {value}; expected a finite one{(least == 0 ? ", 0 or larger" : "")}."));
    }
}
