using System.Runtime.CompilerServices;

namespace Limpid;

/// <summary>Numbers that must be positive and finite.</summary>
internal static class PositiveNumber
{
    /// <summary>The number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">The argument's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is 0, negative, infinite or not a number.</exception>
    internal static double Checked(double value, [CallerArgumentExpression(nameof(value))] string name = "") => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"The number is {value}; expected a positive, finite one."));
}
