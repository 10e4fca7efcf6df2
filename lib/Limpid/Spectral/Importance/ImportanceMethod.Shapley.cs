namespace Limpid.Spectral.Importance;

public sealed partial record ImportanceMethod
{
    /// <summary>The most inputs for which <see cref="ExactShapley"/> counts all subsets.</summary>
    public const int MostExactInputs = 12;

    /// <summary>
    /// Shapley values of the mean test score v(S), where inputs outside S stand at their mean over the training samples, from all 2^d subsets S:
    /// <c>sum over S without j of |S|! (d - |S| - 1)! / d! (v(S and j) - v(S))</c>. They sum to the score with all inputs less that with none.
    /// </summary>
    /// <remarks>Source: Shapley 1953; Covert, Lundberg and Lee 2020 for a model's score.</remarks>
    public static ImportanceMethod ExactShapley { get; } = new("Shapley values of the score", (task, _) =>
    {
        var d = task.Inputs;
        if (d > MostExactInputs)
            throw new ArgumentException($"There are {d} inputs; expected at most {MostExactInputs}, since all 2^{d} subsets are counted. Use SampledShapley.", nameof(task));
        var worth = MaskedWorth.Of(task, [.. Enumerable.Range(0, 1 << d).Select(subset => Enumerable.Range(0, d).Select(j => (subset >> j & 1) == 1).ToArray())]);
        // weights[s] = s! (d - s - 1)! / d!
        var weights = new double[d];
        weights[0] = 1.0 / d;
        for (var s = 1; s < d; s++) weights[s] = weights[s - 1] * s / (d - s);
        var values = new double[d];
        for (var subset = 0; subset < worth.Length; subset++)
            for (var j = 0; j < d; j++)
                if ((subset >> j & 1) == 0) values[j] += weights[int.PopCount(subset)] * (worth[subset | 1 << j] - worth[subset]);
        return values;
    });

    /// <summary>The same values estimated from random orders of the inputs (Castro et al. 2009), each with its reverse: the mean gain of the score when an input joins those before it.</summary>
    /// <param name="pairs">Orders with their reverses, at least 1; the cost is 2 pairs (d + 1) passes over the test samples.</param>
    public static ImportanceMethod SampledShapley(int pairs = 20)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 1);
        return new("sampled Shapley values of the score", (task, random) =>
        {
            var (d, values) = (task.Inputs, new double[task.Inputs]);
            var order = Enumerable.Range(0, d).ToArray();
            for (var pair = 0; pair < pairs; pair++)
            {
                random.Shuffle(order);
                foreach (var way in new[] { order, [.. order.Reverse()] })
                {
                    var worth = MaskedWorth.Of(task, [.. Enumerable.Range(0, d + 1).Select(first => Members(way, first))]);
                    for (var i = 0; i < d; i++) values[way[i]] += (worth[i + 1] - worth[i]) / (2 * pairs);
                }
            }
            return values;
        });
    }

    private static bool[] Members(int[] order, int first)
    {
        var members = new bool[order.Length];
        foreach (var input in order.AsSpan(0, first)) members[input] = true;
        return members;
    }
}
