using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Data.Tabular;

/// <summary>Standardises columns: <c>(x - m) / s</c> with mean and standard deviation (divisor n) of the samples it was fitted on, which must be those to train on alone.</summary>
public sealed class Scaler
{
    private Scaler(ImmutableArray<double> means, ImmutableArray<double> deviations) => (Means, Deviations) = (means, deviations);

    /// <summary>The mean of each column.</summary>
    public ImmutableArray<double> Means { get; }

    /// <summary>The standard deviation of each column, above 0.</summary>
    public ImmutableArray<double> Deviations { get; }

    /// <summary>Reads mean and standard deviation of each column.</summary>
    /// <param name="samples">X [n, d], n at least 2; left as it is.</param>
    /// <param name="names">The names of the columns, for messages; their numbers if null.</param>
    /// <exception cref="ArgumentException">A column holds NaN or infinity or is constant, or the samples are no such matrix; the message names the column.</exception>
    public static Scaler Fit(Tensor samples, IReadOnlyList<string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.ndim != 2 || samples.size(0) < 2 || samples.size(1) < 1)
            throw new ArgumentException($"The samples have shape [{string.Join(", ", samples.shape)}]; expected [n, d] with n at least 2 and d at least 1.", nameof(samples));
        if (names is not null && names.Count != samples.size(1))
            throw new ArgumentException($"There are {names.Count} names; expected {samples.size(1)}, one per column.", nameof(names));
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var x = samples.detach().cpu().to(float64);
        Refuse(x.isfinite().all(0).logical_not(), "holds NaN or infinity; expected finite numbers");
        Refuse(x.amax([0]).eq(x.amin([0])), "is constant; expected at least two different numbers (leave it out)");
        var mean = x.mean([0]);
        var deviation = x.sub(mean).square().mean([0]).sqrt();
        // Values that differ by less than the rounding of their mean.
        Refuse(deviation.eq(0), "is constant but for rounding; expected a spread (leave it out)");
        return new Scaler([.. mean.contiguous().data<double>()], [.. deviation.contiguous().data<double>()]);

        void Refuse(Tensor wrong, string why)
        {
            var at = wrong.nonzero();
            if (at.size(0) > 0)
                throw new ArgumentException($"Column {(names is null ? at[0, 0].ToInt64() : $"'{names[(int)at[0, 0].ToInt64()]}'")} {why}.", nameof(samples));
        }
    }

    /// <summary>Standardised samples.</summary>
    /// <param name="samples">X [n, d], of as many columns; left as it is.</param>
    /// <returns>A new tensor of the same type.</returns>
    /// <exception cref="ArgumentException">Another number of columns.</exception>
    public Tensor Apply(Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.ndim != 2 || samples.size(1) != Means.Length)
            throw new ArgumentException($"The samples have shape [{string.Join(", ", samples.shape)}]; expected [n, {Means.Length}], the columns that the scaler was fitted on.", nameof(samples));
        using var scope = NewDisposeScope();
        var (mean, deviation) = (tensor(Means.ToArray(), float64, samples.device), tensor(Deviations.ToArray(), float64, samples.device));
        return samples.to(float64).sub(mean).div(deviation).to(samples.dtype).MoveToOuterDisposeScope();
    }
}
