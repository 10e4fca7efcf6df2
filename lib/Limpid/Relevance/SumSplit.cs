namespace Limpid.Relevance;

/// <summary>How a sum splits relevance among its inputs; see <see cref="Rule.Split"/>.</summary>
public enum SumSplit
{
    /// <summary>In proportion to the inputs' values.</summary>
    Proportional,

    /// <summary>In proportion to the inputs' absolute values.</summary>
    Magnitude,

    /// <summary>The same part for each input.</summary>
    Equal,
}
