namespace Limpid.GraphSpectral.MnistGrid;

/// <summary>How far a <see cref="GridExperiment"/> has come.</summary>
/// <param name="Variant">The network in training.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Steps">Training steps done, of all networks.</param>
/// <param name="Total">Training steps in all.</param>
public readonly record struct GridProgress(string Variant, long Seed, int Steps, int Total);
