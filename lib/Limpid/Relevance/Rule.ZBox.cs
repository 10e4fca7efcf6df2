using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Relevance;

public abstract partial record Rule
{
    /// <summary>
    /// z-box, for the first layer when inputs lie between l and h:
    /// <c>R_j = sum_k (x_j w_jk - l_j w+_jk - h_j w-_jk) / S(sum_j (x_j w_jk - l_j w+_jk - h_j w-_jk)) R_k</c>. The bias cancels (b - b+ - b- = 0), so nothing is
    /// absorbed by it. Source: Montavon et al. 2017.
    /// </summary>
    /// <param name="low">l: broadcasts to the input, for example one value per channel [C, 1, 1]; it stays the caller's and must live as long as the rule.</param>
    /// <param name="high">h, likewise; nowhere below l.</param>
    /// <param name="epsilon">Stabiliser.</param>
    /// <exception cref="ArgumentException">The bounds aren't finite, or h is below l.</exception>
    public static ShareRule ZBox(Tensor low, Tensor high, double epsilon = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(low);
        ArgumentNullException.ThrowIfNull(high);
        using (var scope = NewDisposeScope())
            if (!(high - low).ge(0).all().ToBoolean())
                throw new ArgumentException("The upper bound is below the lower one somewhere, or not a number; expected low <= high.", nameof(high));
        return new("z-box",
            [new Share(1, [new Term(InputPart.All, WeightPart.All), new Term(InputPart.Constant("-l", low, -1), WeightPart.Positive), new Term(InputPart.Constant("-h", high, -1), WeightPart.Negative)], null)],
            new Stabiliser(epsilon));
    }

    /// <summary>z-box with the same bounds for every input.</summary>
    /// <param name="low">l.</param>
    /// <param name="high">h.</param>
    public static ShareRule ZBox(double low, double high) => ZBox(tensor(low).DetachFromDisposeScope(), tensor(high).DetachFromDisposeScope());
}
