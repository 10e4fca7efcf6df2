using System.Collections.Immutable;
using Limpid.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Spectral.Importance;

/// <summary>How important each input is, according to one method.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Values">One per input, finite; larger is more important. Negative ones say that the model was better without the input.</param>
/// <param name="Seconds">How long it took, without the training of a model that it was given.</param>
public sealed record ImportanceScores(string Method, ImmutableArray<double> Values, double Seconds = 0)
{
    /// <summary>One per input.</summary>
    public ImmutableArray<double> Values { get; } = Checked(Method, Values);

    /// <summary>Inputs from the most to the least important; equal ones by index.</summary>
    public ImmutableArray<int> Ranking => [.. Enumerable.Range(0, Values.Length).OrderByDescending(input => Values[input])];

    /// <summary>The n most important inputs.</summary>
    /// <param name="n">0 to the number of inputs.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is outside.</exception>
    public InputMask Top(int n)
    {
        if (n < 0 || n > Values.Length) throw new ArgumentOutOfRangeException(nameof(n), n, $"The {n} most important inputs; expected 0 to {Values.Length}.");
        var keep = new bool[Values.Length];
        foreach (var input in Ranking.Take(n)) keep[input] = true;
        return new InputMask([.. keep]);
    }

    /// <summary>The global score of attributions: the mean over the samples of their absolute value.</summary>
    /// <param name="method">The method's name.</param>
    /// <param name="attributions">[n, d], one per sample and input; further axes of a sample count as inputs.</param>
    /// <param name="seconds">How long it took.</param>
    /// <exception cref="ArgumentException">There is no sample, or a value isn't finite.</exception>
    public static ImportanceScores OfAttributions(string method, Tensor attributions, double seconds = 0)
    {
        ArgumentNullException.ThrowIfNull(attributions);
        if (attributions.ndim < 2 || attributions.numel() == 0)
            throw new ArgumentException($"The attributions have shape [{string.Join(", ", attributions.shape)}]; expected [n, d] with at least one sample.", nameof(attributions));
        using var scope = NewDisposeScope();
        return new(method, [.. attributions.detach().cpu().to(float64).flatten(1).abs().mean([0]).contiguous().data<double>()], seconds);
    }

    /// <summary>Spearman's correlation with the truth; NaN where one of the two is constant.</summary>
    /// <param name="truth">One per input.</param>
    public double Spearman(IReadOnlyList<double> truth)
    {
        using var scope = NewDisposeScope();
        return RankCorrelation.Spearman(Row(Values), Row(truth), RelevancePart.Signed).ToDouble();
    }

    /// <summary>Pearson's correlation with the truth; NaN where one of the two is constant.</summary>
    /// <param name="truth">One per input.</param>
    public double Pearson(IReadOnlyList<double> truth)
    {
        using var scope = NewDisposeScope();
        if (truth.Count != Values.Length) throw new ArgumentException($"There are {truth.Count} true values; expected {Values.Length}, one per input.", nameof(truth));
        return RankCorrelation.Pearson(Row(Values), Row(truth)).ToDouble();
    }

    /// <summary>The area under the ROC curve: how probably a relevant input scores above an irrelevant one, ties counting half.</summary>
    /// <param name="relevant">Whether each input is relevant; there must be both kinds.</param>
    public double Auroc(IReadOnlyList<bool> relevant)
    {
        using var scope = NewDisposeScope();
        return Localisation.RocAuc(Row(Values), tensor(relevant.ToArray()).unsqueeze(0), RelevancePart.Signed).ToDouble();
    }

    /// <inheritdoc/>
    public bool Equals(ImportanceScores? other) => other is not null && Method == other.Method && Seconds.Equals(other.Seconds) && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Method, Seconds, Values.Length);

    private static Tensor Row(IReadOnlyList<double> values) => tensor(values.ToArray(), [1, values.Count]);

    private static ImmutableArray<double> Checked(string method, ImmutableArray<double> values)
    {
        if (values.IsDefaultOrEmpty) throw new ArgumentException($"'{method}' gave no score; expected at least one input.", nameof(values));
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i])) throw new ArgumentException(FormattableString.Invariant($"'{method}' gave input {i} the score {values[i]}; expected a finite number."), nameof(values));
        return values;
    }
}
