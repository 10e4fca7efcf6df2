namespace Limpid.Spectral.Spectra;

/// <summary>What one seed gave; errors are mean absolute errors in units of the scaled target.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Relevance">r of each input.</param>
/// <param name="Untrained">r before training.</param>
/// <param name="TrainError">In the last pass over the training samples.</param>
/// <param name="TestError">On test samples.</param>
/// <param name="UntrainedError">On test samples before training.</param>
/// <param name="ConstantError">Of the training samples' median.</param>
/// <param name="Masked">On test samples of which the most relevant n inputs are kept, for each n asked for.</param>
/// <param name="MaskedUntrained">The same by the relevance before training.</param>
/// <param name="MaskedRandom">The same by a random order.</param>
/// <param name="Losses">Loss with penalty of each pass.</param>
public sealed record SpectrumResult(
    long Seed, double[] Relevance, double[] Untrained, double TrainError, double TestError, double UntrainedError, double ConstantError,
    double[] Masked, double[] MaskedUntrained, double[] MaskedRandom, double[] Losses)
{
    /// <summary>How much more relevant some inputs are than the others: the ratio of the mean r.</summary>
    /// <param name="relevance">r of each input.</param>
    /// <param name="inputs">Some, not all, of the inputs.</param>
    /// <exception cref="ArgumentException">They are none or all, or the others have no relevance.</exception>
    public static double Ratio(IReadOnlyList<double> relevance, IReadOnlyCollection<int> inputs)
    {
        ArgumentNullException.ThrowIfNull(relevance);
        ArgumentNullException.ThrowIfNull(inputs);
        var others = Enumerable.Range(0, relevance.Count).Except(inputs).ToArray();
        if (inputs.Count == 0 || others.Length == 0) throw new ArgumentException($"{inputs.Count} of {relevance.Count} inputs; expected some but not all.", nameof(inputs));
        var rest = others.Average(input => relevance[input]);
        return rest > 0 ? inputs.Average(input => relevance[input]) / rest : throw new ArgumentException("The other inputs have no relevance at all; expected a number to divide by.", nameof(relevance));
    }
}
