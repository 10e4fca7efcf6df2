using System.Collections.Immutable;

namespace Limpid.Mahalanobis.Digits;

/// <summary>A network for digits: 784 pixels, 128 hidden units with ReLU or absolute value, ten outputs.</summary>
/// <param name="Name">For charts and files; the author's name of it.</param>
/// <param name="Absolute">Absolute value; ReLU if false.</param>
/// <param name="Output">What is made of the second layer.</param>
/// <param name="OutputBias">Whether the second layer has biases.</param>
public sealed record DigitPlan(string Name, bool Absolute, DigitOutput Output = DigitOutput.Plain, bool OutputBias = false)
{
    /// <summary>The two networks of arXiv:2411.17932: with output biases.</summary>
    public static ImmutableArray<DigitPlan> Pair { get; } = [new("Abs", true, OutputBias: true), new("ReLU", false, OutputBias: true)];

    /// <summary>The six of arXiv:2502.02103: no output biases.</summary>
    public static ImmutableArray<DigitPlan> Six { get; } =
    [
        new("ReLU", false), new("Abs", true), new("ReLU2", false, DigitOutput.Activated), new("Abs2", true, DigitOutput.Activated),
        new("ReLU2-Neg", false, DigitOutput.Negated), new("Abs2-Neg", true, DigitOutput.Negated),
    ];

    /// <summary>Its four with distances to learned points in place of the second layer.</summary>
    public static ImmutableArray<DigitPlan> Offsets { get; } =
    [
        new("ReLU-L2", false, DigitOutput.Offset), new("ReLU-L2-Neg", false, DigitOutput.OffsetNegated),
        new("Abs-L2", true, DigitOutput.Offset), new("Abs-L2-Neg", true, DigitOutput.OffsetNegated),
    ];
}
