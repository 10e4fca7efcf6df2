namespace Limpid.Mahalanobis.Matching;

/// <summary>Two rows that point opposite ways.</summary>
/// <param name="First">The row of lower index.</param>
/// <param name="Second">Its partner.</param>
/// <param name="Cosine">Of the angle between them, near -1.</param>
/// <param name="NormRatio">|w_second| / |w_first|: 1 in a perfect pair.</param>
/// <param name="Gap">Signed distance between the two hyperplanes, <c>b_first / |w_first| + b_second / |w_second|</c>, in the unit of the inputs: 0 in a perfect pair, whose hyperplanes are one.</param>
public readonly record struct MirroredPair(int First, int Second, double Cosine, double NormRatio, double Gap);
