using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Spectral;

/// <summary>
/// The global relevance of a layer's inputs, <c>r_j = |l_j| |phi_j|_2</c> with phi_j the eigenvector entries that leave input j: the mean over repeats of the training, and its spread.
/// </summary>
/// <remarks>
/// <para>
/// It doesn't change when a factor moves between l_j and phi_j. With output eigenvalues 0 it equals the Euclidean norm of input j's weights: what sets the method apart
/// from a plain layer's norms is how it trains and what it penalises. If output eigenvalues are not 0, l_j alone says nothing about input j; then the norm
/// <c>|(l_j - l_out) phi_j|_2</c> of its weights is taken and <see cref="Warning"/> says so.
/// </para>
/// <para>An input in units k times as large gets weights 1/k as large: standardise the inputs or see <see cref="Scaled"/>.</para>
/// <para>Source: Chicchi et al. 2024, arXiv:2406.01183, and the authors' notebooks, which apply the norm.</para>
/// </remarks>
/// <param name="Repeats">r of each repeat, all of one length, finite and not negative.</param>
/// <param name="Warning">What a reader must know, or null.</param>
public sealed record InputRelevance(ImmutableArray<ImmutableArray<double>> Repeats, string? Warning = null)
{
    /// <summary>r of each repeat.</summary>
    public ImmutableArray<ImmutableArray<double>> Repeats { get; } = Checked(Repeats);

    /// <summary>Number of inputs.</summary>
    public int Count => Repeats[0].Length;

    /// <summary>Mean of r over the repeats.</summary>
    public ImmutableArray<double> Values { get; } = [.. Enumerable.Range(0, Repeats[0].Length).Select(input => Repeats.Average(repeat => repeat[input]))];

    /// <summary>Standard deviation of r over the repeats, divisor n as in numpy; 0 for one repeat.</summary>
    public ImmutableArray<double> Deviations =>
        [.. Values.Select((mean, input) => Math.Sqrt(Repeats.Average(repeat => (repeat[input] - mean) * (repeat[input] - mean))))];

    /// <summary><see cref="Values"/> divided by the largest; all 0 if that is 0.</summary>
    public ImmutableArray<double> Relative => Values is var values && values.Max() is > 0 and var largest ? [.. values.Select(value => value / largest)] : values;

    /// <summary>The inputs from the most to the least relevant; equal ones by index.</summary>
    public ImmutableArray<int> Ranking => Values is var values ? [.. Enumerable.Range(0, Count).OrderByDescending(input => values[input])] : [];

    /// <summary>The relevance of a layer's inputs as it is now.</summary>
    /// <param name="layer">The layer.</param>
    /// <exception cref="ArgumentException">A value isn't finite.</exception>
    public static InputRelevance Of(SpectralLayer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var plain = !layer.OutputEigenvalues.ne(0).any().cpu().item<bool>();
        var weights = plain ? layer.Base : layer.Kernel();
        var norms = Norms(weights, layer.InputAxis);
        if (plain) norms = norms * layer.InputEigenvalues.detach().flatten().to(float64).abs();
        return new([[.. norms.cpu().data<double>()]], plain ? null
            : "The layer's output eigenvalues are not 0, so that its input eigenvalues don't rank the inputs; the norms of the weights stand in.");
    }

    /// <summary>The Euclidean norms of the weights that leave each input of a plain layer: the first baseline.</summary>
    /// <param name="linear">The layer.</param>
    /// <exception cref="ArgumentException">A value isn't finite.</exception>
    public static InputRelevance OfWeights(TorchSharp.Modules.Linear linear)
    {
        ArgumentNullException.ThrowIfNull(linear);
        using var scope = NewDisposeScope();
        return new([[.. Norms(linear.weight!.detach(), 1).cpu().data<double>()]]);
    }

    /// <summary>All repeats of several in one.</summary>
    /// <param name="repeats">At least one, of the same number of inputs.</param>
    /// <exception cref="ArgumentException">There is none, or the numbers of inputs differ.</exception>
    public static InputRelevance Over(IEnumerable<InputRelevance> repeats)
    {
        ArgumentNullException.ThrowIfNull(repeats);
        InputRelevance[] all = [.. repeats];
        return new([.. all.SelectMany(one => one.Repeats)], all.Select(one => one.Warning).FirstOrDefault(warning => warning is not null));
    }

    /// <summary>Relevance in units of each input's own spread: <c>r_j sd_j</c>, which doesn't depend on the unit of input j.</summary>
    /// <param name="deviations">Standard deviation of each input, finite, 0 or larger.</param>
    /// <exception cref="ArgumentException">Another number of inputs, or a deviation that is negative or not finite.</exception>
    public InputRelevance Scaled(IReadOnlyList<double> deviations)
    {
        ArgumentNullException.ThrowIfNull(deviations);
        if (deviations.Count != Count) throw new ArgumentException($"There are {deviations.Count} deviations; expected {Count}, one per input.", nameof(deviations));
        for (var i = 0; i < Count; i++)
            if (!double.IsFinite(deviations[i]) || deviations[i] < 0)
                throw new ArgumentException(FormattableString.Invariant($"The deviation of input {i} is {deviations[i]}; expected a finite number, 0 or larger."), nameof(deviations));
        return new([.. Repeats.Select(repeat => repeat.Select((value, i) => value * deviations[i]).ToImmutableArray())], Warning);
    }

    /// <summary>The n most relevant inputs.</summary>
    /// <param name="n">0 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is outside.</exception>
    public InputMask Top(int n)
    {
        if (n < 0 || n > Count) throw new ArgumentOutOfRangeException(nameof(n), n, $"The {n} most relevant inputs; expected 0 to {Count}.");
        var keep = new bool[Count];
        foreach (var input in Ranking.Take(n)) keep[input] = true;
        return new InputMask([.. keep]);
    }

    /// <inheritdoc/>
    public bool Equals(InputRelevance? other) => other is not null && Warning == other.Warning && Repeats.Length == other.Repeats.Length && Repeats.Zip(other.Repeats).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Repeats.Length, Repeats[0][0]);

    private static Tensor Norms(Tensor weights, int axis)
    {
        var rows = weights.detach().to(float64).transpose(0, axis).reshape(weights.size(axis), -1);
        return rows.square().sum(1).sqrt();
    }

    private static ImmutableArray<ImmutableArray<double>> Checked(ImmutableArray<ImmutableArray<double>> repeats)
    {
        if (repeats.IsDefaultOrEmpty || repeats[0].IsDefaultOrEmpty) throw new ArgumentException("There is no relevance; expected at least one repeat of at least one input.", nameof(repeats));
        for (var r = 0; r < repeats.Length; r++)
        {
            if (repeats[r].Length != repeats[0].Length) throw new ArgumentException($"Repeat {r} has {repeats[r].Length} inputs; expected {repeats[0].Length} like the first.", nameof(repeats));
            for (var i = 0; i < repeats[r].Length; i++)
                if (!double.IsFinite(repeats[r][i]) || repeats[r][i] < 0)
                    throw new ArgumentException(FormattableString.Invariant($"The relevance of input {i} in repeat {r} is {repeats[r][i]}; expected a finite number, 0 or larger."), nameof(repeats));
        }
        return repeats;
    }
}
