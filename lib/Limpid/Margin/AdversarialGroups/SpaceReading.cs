using System.Text.Json.Serialization;

namespace Limpid.Margin.AdversarialGroups;

/// <summary>Clean, attacked and noisy inputs on one graph: how well scores tell the groups apart. Areas are those under the ROC curve against the clean inputs; 1/2 says nothing.</summary>
public sealed record SpaceReading
{
    /// <summary>Of the kernel.</summary>
    public required double Gamma { get; init; }

    /// <summary>The influence of attacked inputs against clean ones.</summary>
    public required double Attacked { get; init; }

    /// <summary>The influence of noisy inputs against clean ones.</summary>
    public required double Noisy { get; init; }

    /// <summary>As <see cref="Attacked"/>, after inputs were dealt to the two groups anew.</summary>
    public required double Shuffled { get; init; }

    /// <summary>The plain signal f of attacked inputs, without the filter.</summary>
    public required double PlainAttacked { get; init; }

    /// <summary>The plain signal f of noisy inputs.</summary>
    public required double PlainNoisy { get; init; }

    /// <summary>As <see cref="PlainAttacked"/>, after inputs were dealt to the two groups anew.</summary>
    public required double PlainShuffled { get; init; }

    /// <summary>The p-value of the two-sample test, attacked against clean.</summary>
    public required double TestAttacked { get; init; }

    /// <summary>The p-value of the two-sample test, noisy against clean.</summary>
    public required double TestNoisy { get; init; }

    /// <summary>The scores, four digits of them: clean, then attacked, then noisy, as many of each.</summary>
    public required float[] Scores { get; init; }

    /// <summary>The scores of each group.</summary>
    [JsonIgnore]
    public IReadOnlyList<(string Name, double[] Values)> Groups
    {
        get
        {
            var n = Scores.Length / 3;
            return [.. new[] { "clean", "attacked", "noise of equal norm" }.Select((name, k) => (name, Scores[(k * n)..((k + 1) * n)].Select(score => (double)score).ToArray()))];
        }
    }
}
