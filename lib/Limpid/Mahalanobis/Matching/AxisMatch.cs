namespace Limpid.Mahalanobis.Matching;

/// <summary>A neuron and the principal axis that the best assignment gives it.</summary>
/// <param name="Neuron">Row of the layer.</param>
/// <param name="Axis">Principal axis, 0 for that of the largest variance.</param>
/// <param name="Cosine">|cos| of the angle between them, 0 to 1; 0 for a row of zeros.</param>
public readonly record struct AxisMatch(int Neuron, int Axis, double Cosine);
