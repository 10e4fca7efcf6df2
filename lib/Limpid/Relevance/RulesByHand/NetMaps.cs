namespace Limpid.Relevance.RulesByHand;

/// <summary>Relevance of the neurons of one layer under three propagations.</summary>
/// <param name="Plain">LRP-0.</param>
/// <param name="Lambda">PLRP-lambda.</param>
/// <param name="Matrix">PLRP-M.</param>
public sealed record NetMaps(double[] Plain, double[] Lambda, double[] Matrix);
