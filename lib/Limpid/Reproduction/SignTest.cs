using System.Numerics;

namespace Limpid.Reproduction;

/// <summary>The exact one-sided sign test.</summary>
public static class SignTest
{
    private const int MaxPairs = 1000;

    /// <summary>
    /// <c>p = P(X >= wins), X ~ Binomial(n, 1/2)</c>: how likely at least as many wins are if wins and losses are equally likely. Pairs whose
    /// difference is exactly zero say nothing and are left out of n, as Dixon and Mood (1946) do; with no pair left p = 1.
    /// </summary>
    /// <param name="differences">One per pair; positive is a win. At most 1000.</param>
    /// <exception cref="ArgumentException">A difference is not finite, or there are more than 1000.</exception>
    public static double PValue(IReadOnlyList<double> differences)
    {
        if (differences.Count > MaxPairs)
            throw new ArgumentException($"There are {differences.Count} differences; expected at most {MaxPairs}.", nameof(differences));
        for (int i = 0; i < differences.Count; i++)
            if (!double.IsFinite(differences[i]))
                throw new ArgumentException($"Difference {i} is {differences[i]}; expected a finite number.", nameof(differences));
        int wins = differences.Count(difference => difference > 0);
        int n = wins + differences.Count(difference => difference < 0);
        return Tail(wins, n);
    }

    private static double Tail(int wins, int n)
    {
        BigInteger term = 1, sum = 0;
        for (int k = 0; k <= n; k++)
        {
            if (k >= wins)
                sum += term;
            term = term * (n - k) / (k + 1);
        }
        return Math.ScaleB((double)sum, -n);
    }
}
