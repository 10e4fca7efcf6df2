namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>The three kinds of single digits in the paper's picture.</summary>
public enum ExampleRole
{
    /// <summary>Read right with the highest probability.</summary>
    Ordinary,

    /// <summary>Read right with the smallest lead over another class.</summary>
    Transitional,

    /// <summary>Read as the other class with the highest probability.</summary>
    Misclassified,
}
