namespace Limpid.Spectral.Nodes;

/// <summary>A network with some of its hidden nodes.</summary>
/// <param name="Percentile">Share of the nodes below the cut, in percent.</param>
/// <param name="Kept">Nodes kept.</param>
/// <param name="Metric">Accuracy, loss or the like.</param>
public sealed record PruningPoint(double Percentile, int Kept, double Metric);
