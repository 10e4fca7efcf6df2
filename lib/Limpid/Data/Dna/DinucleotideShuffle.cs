namespace Limpid.Data.Dna;

/// <summary>
/// Shuffles a sequence so that each pair of neighbouring letters occurs exactly as often as before, uniformly among all such orders: a background that keeps what is
/// true of any piece of that DNA and nothing else.
/// </summary>
/// <remarks>
/// A sequence is a walk over its letters that uses every step x_i → x_(i+1) once; the orders with the same steps are the other such walks between the same ends. Source: S. F. Altschul and
/// B. W. Erickson, Significance of nucleotide sequence alignments, Molecular Biology and Evolution 2, 1985: of each letter but the end letter draw one step as its last, again until the last
/// steps lead every letter to the end; then shuffle the other steps of each letter and walk.
/// </remarks>
public static class DinucleotideShuffle
{
    /// <summary>One shuffle; first and last letter stay.</summary>
    /// <param name="sequence">Any letters; a sequence of up to three is returned as it is.</param>
    /// <param name="random">The order.</param>
    public static string Of(string sequence, Random random)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        ArgumentNullException.ThrowIfNull(random);
        if (sequence.Length <= 3)
            return sequence;
        char[] letters = [.. sequence.Distinct()];
        int[] walk = [.. sequence.Select(letter => Array.IndexOf(letters, letter))];
        int[][] steps = [.. letters.Select((_, from) => Enumerable.Range(0, walk.Length - 1).Where(i => walk[i] == from).Select(i => walk[i + 1]).ToArray())];
        DrawLastSteps(steps, end: walk[^1], random);
        return string.Create(sequence.Length, (letters, steps, start: walk[0]), static (shuffled, state) =>
        {
            var used = new int[state.letters.Length];
            for (int i = 0, at = state.start; ; at = state.steps[at][used[at]++], i++)
            {
                shuffled[i] = state.letters[at];
                if (i == shuffled.Length - 1)
                    return;
            }
        });
    }

    // Afterwards the steps of each letter are in random order, and following the last one of each leads to the end.
    private static void DrawLastSteps(int[][] steps, int end, Random random)
    {
        do
        {
            foreach (var from in steps)
                random.Shuffle(from);
        }
        while (!LeadsToEnd(steps, end));
    }

    private static bool LeadsToEnd(int[][] steps, int end) => Enumerable.Range(0, steps.Length).All(start =>
    {
        var at = start;
        for (var i = 0; i < steps.Length && at != end; i++)
            at = steps[at][^1];
        return at == end;
    });
}
