using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Margin.Images;

/// <summary>Masks of an image, 1 where a masked copy shows it: the vertices of <see cref="Saliency"/>.</summary>
public static class ImageMasks
{
    /// <summary>Each super-pixel of several divisions alone: dense explanations.</summary>
    /// <param name="divisions">At least one, of one size of image; the paper's text is recalled to use about 50 to 500 groups (protocol ours).</param>
    /// <returns>[n, H, W], float32.</returns>
    /// <exception cref="ArgumentException">There is no division, or they are of different sizes.</exception>
    public static Tensor Single(IReadOnlyList<SuperPixels> divisions)
    {
        Check(divisions);
        using var scope = NewDisposeScope();
        return cat([.. divisions.Select(division => division.ToTensor().eq(arange(division.Count, int64).view(-1, 1, 1)).to(float32))]).MoveToOuterDisposeScope();
    }

    /// <summary>Random subsets of the super-pixels of one division: sparse explanations, as LIME has them. No subset is empty.</summary>
    /// <param name="division">The super-pixels.</param>
    /// <param name="count">How many subsets, at least 1.</param>
    /// <param name="share">How probably a super-pixel is shown, above 0 and at most 1.</param>
    /// <param name="random">The draws.</param>
    /// <returns>Which are shown [count, super-pixels], and the masks [count, H, W], float32.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static (Tensor Shown, Tensor Masks) Subsets(SuperPixels division, int count, double share, Random random)
    {
        ArgumentNullException.ThrowIfNull(division);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (!(share > 0 && share <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, FormattableString.Invariant($"The share is {share}; expected a number above 0 and at most 1."));
        using var scope = NewDisposeScope();
        var shown = new float[count * division.Count];
        for (var subset = 0; subset < count; subset++)
        {
            var any = false;
            while (!any)
                for (var s = 0; s < division.Count; s++)
                {
                    shown[subset * division.Count + s] = random.NextDouble() < share ? 1 : 0;
                    any |= shown[subset * division.Count + s] > 0;
                }
        }
        var subsets = tensor(shown).view(count, division.Count);
        return (subsets.MoveToOuterDisposeScope(), subsets.index_select(1, division.ToTensor().flatten()).view(count, division.Height, division.Width).MoveToOuterDisposeScope());
    }

    /// <summary>The image under each mask, the rest filled with one value.</summary>
    internal static Tensor Masked(Tensor image, Tensor masks, double fill) => (image - fill).unsqueeze(0) * masks.unsqueeze(1).to(image.dtype) + fill;

    private static void Check(IReadOnlyList<SuperPixels> divisions)
    {
        ArgumentNullException.ThrowIfNull(divisions);
        if (divisions.Count == 0 || divisions.Any(division => (division.Height, division.Width) != (divisions[0].Height, divisions[0].Width)))
            throw new ArgumentException($"There are {divisions.Count} divisions: {string.Join(", ", divisions)}; expected at least one, all of one image.", nameof(divisions));
    }
}
