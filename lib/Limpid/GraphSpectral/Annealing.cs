namespace Limpid.GraphSpectral;

/// <summary>A weight that falls during training: <c>alpha_t = alpha * decay^floor(t / every)</c>, to be multiplied with the penalty.</summary>
/// <remarks>
/// The authors' code takes decay 0.99 every 100 steps for the line and ring runs and 1 otherwise:
/// <c>loss + penalty.call(z) * annealing.Factor(step)</c>. <c>new Annealing(0.5, 10).Factor(25)</c> is 0.25.
/// </remarks>
public sealed record Annealing
{
    /// <summary>A schedule.</summary>
    /// <param name="decay">Factor at each stage, above 0 and at most 1.</param>
    /// <param name="every">Steps in a stage, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Annealing(double decay = 0.99, int every = 100)
    {
        if (!(decay > 0 && decay <= 1))
            throw new ArgumentOutOfRangeException(nameof(decay), decay, FormattableString.Invariant($"The decay is {decay}; expected a number above 0 and at most 1."));
        if (every < 1)
            throw new ArgumentOutOfRangeException(nameof(every), every, FormattableString.Invariant($"A stage has {every} steps; expected 1 or more."));
        (Decay, Every) = (decay, every);
    }

    /// <summary>Factor at each stage.</summary>
    public double Decay { get; }

    /// <summary>Steps in a stage.</summary>
    public int Every { get; }

    /// <summary>The factor at a step.</summary>
    /// <param name="step">t, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    public double Factor(long step) => step >= 0
        ? Math.Pow(Decay, step / Every)
        : throw new ArgumentOutOfRangeException(nameof(step), step, FormattableString.Invariant($"The step is {step}; expected 0 or more."));
}
