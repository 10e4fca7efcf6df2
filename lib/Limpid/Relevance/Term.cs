namespace Limpid.Relevance;

/// <summary>One kind of contribution of input j to output k: a part of x_j times a part of w_jk.</summary>
/// <param name="Input">The part of x.</param>
/// <param name="Weight">The part of W.</param>
public sealed record Term(InputPart Input, WeightPart Weight);
