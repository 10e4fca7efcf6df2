namespace Limpid.Data.Dna;

/// <summary>A short pattern in DNA as a position weight matrix: at each position the probability of each letter. Immutable.</summary>
public sealed class Motif
{
    private readonly double[,] shares;

    private Motif(string name, double[,] shares) => (Name, this.shares) = (name, shares);

    /// <summary>A name for titles and tables.</summary>
    public string Name { get; }

    /// <summary>Positions.</summary>
    public int Width => shares.GetLength(0);

    /// <summary>The most probable letter of each position; of equal ones the first of A, C, G, T.</summary>
    public string Consensus => string.Concat(Enumerable.Range(0, Width).Select(i => Nucleotides.Letters[Enumerable.Range(0, 4).MaxBy(k => shares[i, k])]));

    /// <summary>The probability of a letter at a position.</summary>
    /// <param name="position">From 0.</param>
    /// <param name="letter">0 to 3, in the order A, C, G, T.</param>
    public double this[int position, int letter] => shares[position, letter];

    /// <summary>A motif from probabilities or counts; each position is divided by its sum.</summary>
    /// <param name="name">A name.</param>
    /// <param name="weights">[positions, 4] in the order A, C, G, T; finite, none negative, no position all zero.</param>
    /// <param name="pseudocount">Added to every weight first; 0 or more.</param>
    /// <exception cref="ArgumentException">The weights are not of that kind.</exception>
    public static Motif Of(string name, double[,] weights, double pseudocount = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(weights);
        if (!(pseudocount >= 0 && double.IsFinite(pseudocount)))
            throw new ArgumentOutOfRangeException(nameof(pseudocount), pseudocount, "Expected a finite number, 0 or more.");
        if (weights.GetLength(0) == 0 || weights.GetLength(1) != 4)
            throw new ArgumentException($"weights is {weights.GetLength(0)} x {weights.GetLength(1)}; expected at least one position and four letters.", nameof(weights));
        var shares = new double[weights.GetLength(0), 4];
        for (var i = 0; i < shares.GetLength(0); i++)
        {
            var sum = Enumerable.Range(0, 4).Sum(k => Weight(weights, i, k) + pseudocount);
            if (sum == 0)
                throw new ArgumentException($"Position {i} of weights holds only zeros; expected at least one letter.", nameof(weights));
            for (var k = 0; k < 4; k++)
                shares[i, k] = (weights[i, k] + pseudocount) / sum;
        }
        return new Motif(name, shares);
    }

    /// <summary>A motif with one dominant letter at each position.</summary>
    /// <param name="name">A name.</param>
    /// <param name="consensus">A letter of A, C, G, T for each position; at least one.</param>
    /// <param name="dominant">Its probability; the others share the rest equally.</param>
    /// <exception cref="ArgumentException">No letter, another letter, or a probability outside 0 to 1.</exception>
    public static Motif Of(string name, string consensus, double dominant)
    {
        ArgumentNullException.ThrowIfNull(consensus);
        if (dominant is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(dominant), dominant, "Expected a probability from 0 to 1.");
        var weights = new double[consensus.Length, 4];
        for (var i = 0; i < consensus.Length; i++)
            for (var k = 0; k < 4; k++)
                weights[i, k] = k == Known(consensus[i]) ? dominant : (1 - dominant) / 3;
        return Of(name, weights);
    }

    /// <summary>The same pattern on the other strand.</summary>
    public Motif ReverseComplement()
    {
        var turned = new double[Width, 4];
        for (var i = 0; i < Width; i++)
            for (var k = 0; k < 4; k++)
                turned[i, k] = shares[Width - 1 - i, 3 - k];
        return new Motif(Name, turned);
    }

    /// <summary>The probabilities as [positions, 4], for a chart.</summary>
    public double[,] ToArray() => (double[,])shares.Clone();

    /// <summary>Information of each position against a background, in bits: <c>sum_k p_k log2(p_k / b_k)</c> with 0 log 0 = 0 (relative entropy).</summary>
    /// <param name="background">Four shares, none 0; null for 1/4 each, which gives 2 bits where one letter always stands.</param>
    /// <exception cref="ArgumentException">Not four positive shares.</exception>
    public double[] Information(IReadOnlyList<double>? background = null)
    {
        CheckBackground(background ??= [0.25, 0.25, 0.25, 0.25]);
        return [.. Enumerable.Range(0, Width).Select(i => Enumerable.Range(0, 4).Where(k => shares[i, k] > 0).Sum(k => shares[i, k] * Math.Log2(shares[i, k] / background[k])))];
    }

    /// <summary>The heights of the letters of a sequence logo [positions, 4]: probability times the information of the position, in bits.</summary>
    public double[,] Heights()
    {
        var (heights, bits) = (new double[Width, 4], Information());
        for (var i = 0; i < Width; i++)
            for (var k = 0; k < 4; k++)
                heights[i, k] = shares[i, k] * Math.Max(0, bits[i]);
        return heights;
    }

    /// <summary>An instance, drawn position by position.</summary>
    /// <param name="random">The draws.</param>
    public string Draw(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return string.Concat(Enumerable.Range(0, Width).Select(i => Nucleotides.Letters[Drawn(i, random.NextDouble())]));
    }

    /// <summary>How much more probable each window of a sequence is as an instance than as background: <c>prod_i p_i(x_i) / b(x_i)</c>. An N counts as 1.</summary>
    /// <param name="sequence">Letters.</param>
    /// <param name="background">Four shares, none 0.</param>
    /// <returns>One ratio per start; none if the sequence is shorter than the motif.</returns>
    /// <exception cref="ArgumentException">Not four positive shares, or another character.</exception>
    public double[] Ratios(string sequence, IReadOnlyList<double> background)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        CheckBackground(background);
        int[] letters = [.. sequence.Select(Nucleotides.Index)];
        var ratios = new double[Math.Max(0, letters.Length - Width + 1)];
        for (var start = 0; start < ratios.Length; start++)
        {
            var ratio = 1.0;
            for (var i = 0; i < Width; i++)
                if (letters[start + i] is >= 0 and int k)
                    ratio *= shares[i, k] / background[k];
            ratios[start] = ratio;
        }
        return ratios;
    }

    /// <summary>For example "CTCF: 19 positions, TGGCCACCAGGGGGCGCTA".</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Width} positions, {Consensus}");

    private static double Weight(double[,] weights, int i, int k) => weights[i, k] >= 0 && double.IsFinite(weights[i, k])
        ? weights[i, k]
        : throw new ArgumentException(FormattableString.Invariant($"weights[{i}, {k}] is {weights[i, k]}; expected a finite number, 0 or more."), nameof(weights));

    private static int Known(char letter) => Nucleotides.Index(letter) is >= 0 and int k
        ? k
        : throw new ArgumentException($"The letter is '{letter}'; expected A, C, G or T.", nameof(letter));

    private static void CheckBackground(IReadOnlyList<double> background)
    {
        ArgumentNullException.ThrowIfNull(background);
        if (background.Count != 4 || background.Any(share => !(share > 0 && double.IsFinite(share))))
            throw new ArgumentException($"background is [{string.Join(", ", background)}]; expected four positive shares.", nameof(background));
    }

    private int Drawn(int position, double uniform)
    {
        for (var k = 0; k < 3; k++)
            if ((uniform -= shares[position, k]) < 0)
                return k;
        return Enumerable.Range(0, 4).Last(k => shares[position, k] > 0);
    }
}
