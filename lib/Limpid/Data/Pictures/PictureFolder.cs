using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Limpid.Data.Pictures;

/// <summary>Pictures sorted into folders by class, as ImageNet is given out: <c>FOLDER/CLASS/*.png</c> (or another kind that <see cref="PictureFile"/> reads).</summary>
public sealed class PictureFolder
{
    private PictureFolder(string folder, ImmutableArray<string> classNames, ImmutableArray<(string Path, int Class)> pictures) =>
        (Folder, ClassNames, Pictures) = (folder, classNames, pictures);

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The classes: the names of the folders within, in the order of their characters.</summary>
    public ImmutableArray<string> ClassNames { get; }

    /// <summary>Path and class of each picture; classes in order, within a class by name.</summary>
    public ImmutableArray<(string Path, int Class)> Pictures { get; }

    /// <summary>Looks at the names in a folder.</summary>
    /// <param name="folder">The folder that holds one folder per class.</param>
    /// <exception cref="DataFormatException">There is no such folder, or no picture in it.</exception>
    public static PictureFolder Open(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (!Directory.Exists(folder))
            throw new DataFormatException("picture folder", $"there is no folder '{folder}'");
        string[] classes = [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)];
        ImmutableArray<(string, int)> pictures = [.. classes.SelectMany((path, place) =>
            Directory.GetFiles(path).Where(PictureFile.IsNamedSo).Order(StringComparer.Ordinal).Select(file => (file, place)))];
        return pictures.Length > 0
            ? new PictureFolder(folder, [.. classes.Select(path => Path.GetFileName(path)!)], pictures)
            : throw new DataFormatException("picture folder", $"'{folder}' has no folder with pictures in it, expected CLASS/NAME.png (or jpg, pgm, ppm)");
    }

    /// <summary>Some of the pictures as a set, each cut to its middle.</summary>
    /// <param name="places">Positions in <see cref="Pictures"/>.</param>
    /// <param name="side">Height and width, for example 224.</param>
    /// <returns>Red, green, blue in 0..1: [n, 3, side, side].</returns>
    /// <exception cref="ArgumentException">No picture is asked for, or one that is not there.</exception>
    /// <exception cref="DataFormatException">A picture can't be read.</exception>
    public ImageSet Load(IReadOnlyList<int> places, int side)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (places.Count == 0 || places.Any(place => place < 0 || place >= Pictures.Length))
            throw new ArgumentException(FormattableString.Invariant($"The places are {string.Join(", ", places)}; expected at least one, each from 0 to {Pictures.Length - 1}."), nameof(places));
        using var scope = NewDisposeScope();
        Tensor images = stack([.. places.Select(place => Resizing.Centre(PictureFile.Read(Pictures[place].Path).ToColour(), side))]);
        Tensor labels = tensor(places.Select(place => (long)Pictures[place].Class).ToArray());
        var set = new ImageSet(Path.GetFileName(Path.GetFullPath(Folder)), images, labels, ClassNames);
        set.Images.MoveToOuterDisposeScope();
        set.Labels.MoveToOuterDisposeScope();
        return set;
    }
}
