namespace Limpid.Relevance.PlantedMotifs;

/// <summary>The relevance of a hidden layer's neurons: medians over the sequences of the Gini index of |relevance|.</summary>
/// <param name="Layer">The layer whose output it is.</param>
/// <param name="Plain">Of plain LRP.</param>
/// <param name="Lambda">Of PLRP-lambda.</param>
/// <param name="Random">Of as many random non-zero values of plain LRP as PLRP-lambda leaves.</param>
public sealed record HiddenReading(string Layer, double Plain, double Lambda, double Random);
