using Limpid.Figures;

namespace Limpid.Margin.PrototypeSelection;

/// <summary>The curves of the authors' poster of 2017 on USPS, read off its figures by eye.</summary>
public static class PosterCurves
{
    /// <summary>Test errors of prototypes for <see cref="PrototypeSettings.UspsCounts"/>, read to about .005.</summary>
    public static double[] CriticGlobal => [.165, .155, .145, .131, .119, .108, .097];

    /// <inheritdoc cref="CriticGlobal"/>
    public static double[] Global => [.160, .143, .130, .129, .119, .105, .092];

    /// <inheritdoc cref="CriticGlobal"/>
    public static double[] CriticLocal => [.121, .114, .105, .101, .089, .085, .081];

    /// <inheritdoc cref="CriticGlobal"/>
    public static double[] Local => [.122, .115, .103, .101, .091, .086, .083];

    /// <summary>Test errors of criticisms for <see cref="PrototypeSettings.UspsCounts"/>, read to about .01.</summary>
    public static double[] CriticCriticisms => [.292, .276, .251, .229, .209, .201, .187];

    /// <inheritdoc cref="CriticCriticisms"/>
    public static double[] Criticisms => [.356, .326, .283, .278, .256, .239, .208];

    /// <inheritdoc cref="CriticCriticisms"/>
    public static double[] Random => [.237, .221, .188, .171, .155, .151, .139];

    /// <summary>One of the curves as grey markers over the fraction of the training set.</summary>
    /// <param name="name">What the legend calls it.</param>
    /// <param name="errors">The curve.</param>
    public static PaperPoints Markers(string name, double[] errors) => new([.. PrototypeSettings.UspsCounts.Select(count => count / 7291.0)], errors, name);
}
