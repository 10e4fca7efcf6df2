using System.Collections.Immutable;

namespace Limpid.Margin;

/// <summary>How influential each vertex is, see <see cref="Margin.Influence"/>.</summary>
public sealed record InfluenceScores
{
    private readonly Lazy<ImmutableArray<int>> ranking;

    internal InfluenceScores(Influence method, ImmutableArray<double> influence)
    {
        Method = method;
        Largest = influence.Max();
        Scores = Largest > 0 ? [.. influence.Select(value => value / Largest)] : influence;
        ranking = new(() => [.. Enumerable.Range(0, Scores.Length).OrderByDescending(vertex => Scores[vertex])]);
    }

    /// <summary>The filter and its parameters.</summary>
    public Influence Method { get; }

    /// <summary>One per vertex, 0 to 1: the influence over the largest; all 0 where no vertex has any.</summary>
    public ImmutableArray<double> Scores { get; }

    /// <summary>The largest influence, in the unit of the signal.</summary>
    public double Largest { get; }

    /// <summary>Vertices from the most to the least influential; equal ones by index.</summary>
    public ImmutableArray<int> Ranking => ranking.Value;

    /// <summary>The most influential vertices, the most influential first.</summary>
    /// <param name="count">0 to the number of vertices.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is outside.</exception>
    public ImmutableArray<int> Most(int count) => Ranking[..Checked(count)];

    /// <summary>The least influential vertices, the least influential first; equal ones by index.</summary>
    /// <param name="count">0 to the number of vertices.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is outside.</exception>
    public ImmutableArray<int> Least(int count) => [.. Enumerable.Range(0, Scores.Length).OrderBy(vertex => Scores[vertex]).Take(Checked(count))];

    /// <inheritdoc/>
    public bool Equals(InfluenceScores? other) => other is not null && Method == other.Method && Largest == other.Largest && Scores.SequenceEqual(other.Scores);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Method, Largest, Scores.Length);

    /// <summary>For example "RandomWalk, 1 hop: 64 vertices, largest influence 0.5".</summary>
    public override string ToString() => FormattableString.Invariant($"{Method}: {Scores.Length} vertices, largest influence {Largest:g4}");

    private int Checked(int count) => count >= 0 && count <= Scores.Length
        ? count
        : throw new ArgumentOutOfRangeException(nameof(count), count, FormattableString.Invariant($"{count} vertices; expected 0 to {Scores.Length}."));
}
