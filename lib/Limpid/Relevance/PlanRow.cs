using Limpid.Relevance.Networks;

namespace Limpid.Relevance;

/// <summary>One layer of a <see cref="RelevancePlan"/>.</summary>
/// <param name="Layer">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Rule">The rule it gets, or null where there is none.</param>
/// <param name="Shares">p+ and p- if its relevance is pruned, or null.</param>
/// <param name="Problem">Why relevance can't go through and what helps, or null.</param>
public sealed record PlanRow(string Layer, LayerKind Kind, Rule? Rule, PrunedShares? Shares, string? Problem);
