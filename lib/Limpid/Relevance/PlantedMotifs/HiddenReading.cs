namespace Limpid.Relevance.PlantedMotifs;

/// <summary>The relevance of a hidden layer's neurons: medians over the sequences of the Gini index of |relevance|.</summary>
/// <param name="Layer">The layer whose output it is.</param>
/// <param name="Plain">Of plain LRP.</param>
/// <param name="Lambda">Of PLRP-lambda.</param>
/// <param name="Untrained">Of PLRP-lambda in the network before training.</param>
public sealed record HiddenReading(string Layer, double Plain, double Lambda, double Untrained);
