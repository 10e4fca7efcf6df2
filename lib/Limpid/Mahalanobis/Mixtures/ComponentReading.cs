namespace Limpid.Mahalanobis.Mixtures;

/// <summary>The component of a mixture whose centre a neuron's hyperplane passes nearest.</summary>
/// <param name="Neuron">Row of the layer.</param>
/// <param name="Component">The component, the first at a tie; -1 for a row of zeros.</param>
/// <param name="ZOffset">Signed distance of its centre to the hyperplane in standard deviations, <c>(w mu_k + b) / sqrt(w' Sigma_k w)</c>.</param>
/// <param name="PrecisionRatio"><c>w' Sigma_k w</c>: 1 if the neuron is scaled to this component.</param>
/// <param name="Axis">The component's principal axis nearest to the neuron's direction.</param>
/// <param name="AxisCosine">|cos| of the angle to it.</param>
public readonly record struct ComponentReading(int Neuron, int Component, double ZOffset, double PrecisionRatio, int Axis, double AxisCosine);
