using System.Collections.Immutable;

namespace Limpid.Mahalanobis.Outputs;

/// <summary>Dead and rare units of the networks of a plan, one number for each network.</summary>
/// <param name="HiddenDead">Hidden units that never answer.</param>
/// <param name="HiddenRare">Hidden units that answer to less than 1 % of the images, dead ones included as in the author's code.</param>
/// <param name="OutputDead">Outputs that are never other than 0.</param>
/// <param name="OutputRare">Outputs that answer to less than 1 %, dead ones included.</param>
public sealed record OutputUnits(ImmutableArray<double> HiddenDead, ImmutableArray<double> HiddenRare, ImmutableArray<double> OutputDead, ImmutableArray<double> OutputRare);
