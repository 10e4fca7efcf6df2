namespace Limpid.Margin.ExplainedImages;

/// <summary>Names of the maps that every study makes.</summary>
public static class MapNames
{
    /// <summary>MARGIN of random subsets of super-pixels.</summary>
    public const string Sparse = "MARGIN sparse";

    /// <summary>MARGIN of single super-pixels.</summary>
    public const string Dense = "MARGIN dense";

    /// <summary>LIME's coefficients, fitted to the answers that the sparse explanation has.</summary>
    public const string Lime = "LIME";

    /// <summary>Control: a random number for each block.</summary>
    public const string Random = "random";

    /// <summary>Control: a Gaussian in the middle.</summary>
    public const string Centre = "centre";

    /// <summary>Control: the image itself.</summary>
    public const string Brightness = "brightness";

    /// <summary>Control: the sparse explanation of the model before training.</summary>
    public const string UntrainedSparse = "untrained sparse";

    /// <summary>Control: the dense explanation of the model before training.</summary>
    public const string UntrainedDense = "untrained dense";
}
