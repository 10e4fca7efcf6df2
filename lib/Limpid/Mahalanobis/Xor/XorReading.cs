using System.Collections.Immutable;
using Limpid.Figures;

namespace Limpid.Mahalanobis.Xor;

/// <summary>What one network makes of the four points.</summary>
/// <param name="Correct">How many of the four it puts right.</param>
/// <param name="Loss">Cross entropy.</param>
/// <param name="Nodes">Its hidden nodes as lines.</param>
public sealed record XorReading(int Correct, double Loss, ImmutableArray<PlaneLine> Nodes)
{
    /// <summary>Whether all four are right.</summary>
    public bool Solved => Correct == 4;

    /// <summary>The smallest <see cref="XorTask.DiagonalGap"/> of a hidden node.</summary>
    public double DiagonalGap => Nodes.Min(node => XorTask.DiagonalGap(node.X, node.Y, node.Bias));

    /// <summary>Cosine of the angle between two hidden nodes: -1 for a mirrored pair; NaN for one node or a node of zeros.</summary>
    public double Cosine => Nodes.Length == 2
        ? (Nodes[0].X * Nodes[1].X + Nodes[0].Y * Nodes[1].Y) / (Math.Sqrt(Nodes[0].X * Nodes[0].X + Nodes[0].Y * Nodes[0].Y) * Math.Sqrt(Nodes[1].X * Nodes[1].X + Nodes[1].Y * Nodes[1].Y))
        : double.NaN;
}
