using Limpid.Reproduction;
using Limpid.Spectral.Training;

namespace Limpid.Spectral.Comparison;

/// <summary>A task on which measures of importance are compared.</summary>
/// <param name="Name">As shown; also the name of its checkpoints.</param>
/// <param name="Draw">The samples of a seed.</param>
/// <param name="Layout">The spectral network.</param>
/// <param name="Training">Its training, which the plain networks share.</param>
/// <param name="Loss">What is trained for.</param>
/// <param name="Counts">Numbers of inputs for the masked curve, ascending; every number if null.</param>
public sealed record ComparisonCase(string Name, Func<Seed, ComparisonData> Draw, SpectralLayout Layout, SpectralTrainingSettings Training, SpectralLoss Loss, IReadOnlyList<int>? Counts = null);
