namespace Limpid.Graphs;

/// <summary>Which values of a statistic speak for order.</summary>
public enum Extreme
{
    /// <summary>Small values, as for the Rayleigh quotient.</summary>
    Low,

    /// <summary>Large values, as for Moran's I.</summary>
    High,
}
