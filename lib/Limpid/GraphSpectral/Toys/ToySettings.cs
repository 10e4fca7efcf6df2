namespace Limpid.GraphSpectral.Toys;

/// <summary>How the networks of a toy are trained and read; equal for all variants of a comparison.</summary>
/// <param name="Steps">Training steps.</param>
/// <param name="BatchSize">Samples in a step.</param>
/// <param name="LearningRate">Adam's.</param>
/// <param name="Decay">What the penalty's weight is multiplied with every 100 steps; the code has 0.99 for lines and rings.</param>
/// <param name="Width">Units in each hidden layer.</param>
/// <param name="Layers">Hidden layers before the embedding, and as many after it.</param>
/// <param name="Bins">Bins of the coordinate for reading.</param>
/// <param name="Permutations">Permutations of the neurons in each null.</param>
public sealed record ToySettings(
    int Steps, int BatchSize = 40, double LearningRate = 2e-3, double Decay = 0.99, int Width = 64, int Layers = 2, int Bins = 40, int Permutations = 1000);
