namespace Limpid.Figures;

/// <summary>A line in the plane, <c>x X + y Y + bias = 0</c>, with its normal: a neuron of two inputs.</summary>
/// <param name="X">First entry of the normal.</param>
/// <param name="Y">Second entry of the normal.</param>
/// <param name="Bias">The bias.</param>
/// <param name="Group">Which group it belongs to, 0 for the first.</param>
public readonly record struct PlaneLine(double X, double Y, double Bias, int Group = 0);
