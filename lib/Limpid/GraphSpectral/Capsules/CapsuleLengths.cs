using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.GraphSpectral.Capsules;

/// <summary>What alignment does to the class scores: lengths of true and other capsules, and the angle between them. Means over images.</summary>
/// <param name="True">Length of the true class's capsule.</param>
/// <param name="Other">Length of the longest other capsule.</param>
/// <param name="Cosine">Cosine between the true class's capsule and each other one.</param>
/// <param name="PermutedCosine">The same with the entries permuted within each capsule, in the same way for all images: the control.</param>
public sealed record CapsuleLengths(double True, double Other, double Cosine, double PermutedCosine)
{
    private const double Tiny = 1e-12;

    /// <summary>Measures.</summary>
    /// <param name="capsules">v [B, C, D], C at least 2.</param>
    /// <param name="labels">True classes [B].</param>
    /// <param name="random">Source of the permutations.</param>
    /// <param name="permutations">How many permutations are averaged, at least 1.</param>
    /// <exception cref="ArgumentException">The shape is another.</exception>
    public static CapsuleLengths Of(Tensor capsules, IReadOnlyList<int> labels, Random random, int permutations = 100)
    {
        ArgumentNullException.ThrowIfNull(capsules);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        var shape = capsules.shape;
        if (shape.Length != 3 || shape[0] != labels.Count || shape[0] == 0 || shape[1] < 2)
            throw new ArgumentException($"The capsules have shape [{string.Join(", ", shape)}]; expected [{labels.Count}, C, D], at least one image and two classes.", nameof(capsules));
        using var scope = NewDisposeScope();
        var (classes, entries) = ((int)shape[1], (int)shape[2]);
        var v = capsules.detach().cpu().to(float64);
        var present = nn.functional.one_hot(tensor([.. labels.Select(label => (long)label)]), classes).to(float64);
        var lengths = Squash.Lengths(v);
        var (right, other) = (lengths.mul(present).sum(1), lengths.sub(present.mul(2)).amax([1]));
        // Moments of unit vectors, S[c, d, c', d'] = mean over images of class c: a permutation then needs no pass over the images.
        var unit = v.div(lengths.add(Tiny).unsqueeze(2));
        var shown = unit.mul(present.unsqueeze(2)).flatten(1);
        var moments = shown.t().matmul(unit.flatten(1)).div(shape[0] * (classes - 1.0)).data<double>().ToArray();
        int[][] order = [.. Enumerable.Range(0, classes).Select(_ => Enumerable.Range(0, entries).ToArray())];
        double Cosine()
        {
            var sum = 0.0;
            for (var c = 0; c < classes; c++)
                for (var o = 0; o < classes; o++)
                    for (var d = 0; d < entries && o != c; d++)
                        sum += moments[(((c * entries) + order[c][d]) * classes * entries) + (o * entries) + order[o][d]];
            return sum;
        }

        var (cosine, permuted) = (Cosine(), 0.0);
        for (var i = 0; i < permutations; i++)
        {
            foreach (var entry in order) random.Shuffle(entry);
            permuted += Cosine() / permutations;
        }
        return new CapsuleLengths(right.mean().ToDouble(), other.mean().ToDouble(), cosine, permuted);
    }
}
