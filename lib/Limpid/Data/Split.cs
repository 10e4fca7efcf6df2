namespace Limpid.Data;

/// <summary>Which part of a data set that comes in two.</summary>
public enum Split
{
    /// <summary>The part to train on.</summary>
    Train,

    /// <summary>The part to test on.</summary>
    Test,
}
