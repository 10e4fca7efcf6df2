namespace Limpid.GraphSpectral.ModularCodes;

/// <summary>Sizes of the modular experiment, equal for all variants.</summary>
/// <param name="SamplesPerCode">Training samples of each code; the authors' code has 1000.</param>
/// <param name="PretrainSteps">Steps before the first graph; the code has 5000.</param>
/// <param name="PenaltySteps">Steps with a graph; the code has 5000.</param>
/// <param name="RefreshEvery">Steps between two graphs; the code has 100.</param>
/// <param name="Neurons">Width of the embedding; the code has 100.</param>
/// <param name="ReadingSamples">Fresh samples on which a network is read, spread evenly over the codes.</param>
public sealed record ModularSettings(
    int SamplesPerCode, int PretrainSteps, int PenaltySteps, int RefreshEvery = 100, int Neurons = 100, int ReadingSamples = 1024)
{
    /// <summary>All training steps.</summary>
    public int Steps => PretrainSteps + PenaltySteps;
}
