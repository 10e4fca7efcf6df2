using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Data.Pictures;

/// <summary>Pictures with masks in two places, matched by name: ECSSD, the saliency set of the pruned-LRP paper, and sets of that kind.</summary>
/// <example><code>var ecssd = MaskedPictures.Open(MaskedPictures.EcssdImages, MaskedPictures.EcssdMasks);   // or two folders, or two zip files</code></example>
public sealed class MaskedPictures
{
    /// <summary>
    /// Where ECSSD's 1 000 images are said to be (Shi, Yan, Xu, Jia 2016, Hierarchical image saliency detection on extended CSSD). No checksum of them is known, so
    /// nothing tells whether what comes is what was published; the licence isn't stated there.
    /// </summary>
    public const string EcssdImages = "https://www.cse.cuhk.edu.hk/leojia/projects/hsaliency/data/ECSSD/images.zip";

    /// <summary>Where ECSSD's masks are said to be.</summary>
    public const string EcssdMasks = "https://www.cse.cuhk.edu.hk/leojia/projects/hsaliency/data/ECSSD/ground_truth_mask.zip";

    private readonly PictureStore _images, _masks;

    private MaskedPictures(PictureStore images, PictureStore masks)
    {
        (_images, _masks) = (images, masks);
        Names = [.. images.Names.Keys.Where(masks.Names.ContainsKey)];
    }

    /// <summary>Names of the pictures that have a mask, in the order of their characters.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Finds the pairs.</summary>
    /// <param name="images">A folder, a zip file, or the address of a zip file, which is fetched once into the cache folder.</param>
    /// <param name="masks">Likewise; a mask has its image's name and size, and is white where the object is.</param>
    /// <exception cref="DataFormatException">There is no such folder or file, or no name is in both.</exception>
    /// <exception cref="DataSetException">The address doesn't give the file.</exception>
    public static MaskedPictures Open(string images, string masks) => Open(images, masks, FetchedFile.Folder);

    internal static MaskedPictures Open(string images, string masks, string cache)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(images);
        ArgumentException.ThrowIfNullOrWhiteSpace(masks);
        var set = new MaskedPictures(new PictureStore(FetchedFile.PathOf(images, cache)), new PictureStore(FetchedFile.PathOf(masks, cache)));
        return set.Names.Length > 0
            ? set
            : throw new DataFormatException("picture folder", $"no picture of '{images}' has a mask of its name in '{masks}'");
    }

    /// <summary>One pair.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    /// <exception cref="DataFormatException">A file can't be read, or the mask has another size.</exception>
    public MaskedPicture Load(string name)
    {
        if (!Names.Contains(name))
            throw new ArgumentException($"There is no picture '{name}' with a mask.", nameof(name));
        (Picture image, Picture mask) = (_images.Read(name), _masks.Read(name));
        if (image.Height != mask.Height || image.Width != mask.Width)
            throw new DataFormatException("mask", $"the mask of '{name}' is {mask.Height} x {mask.Width}, its picture {image.Height} x {image.Width}");
        using Tensor grey = mask.ToGrey();
        return new MaskedPicture(name, image.ToColour(), grey.gt(0.5));
    }
}
