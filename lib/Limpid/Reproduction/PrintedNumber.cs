using System.Globalization;

namespace Limpid.Reproduction;

/// <summary>A number as a paper prints it: <c>98.0</c> says more than <c>98</c>.</summary>
/// <param name="Value">Its value.</param>
/// <param name="LastDigit">The weight of its last printed digit: 0.1 for <c>98.0</c>, 1 for <c>98</c>, 1e-4 for <c>1.2e-3</c>.</param>
public readonly record struct PrintedNumber(double Value, double LastDigit)
{
    /// <summary>Reads digits with an optional sign, decimal point and exponent.</summary>
    /// <param name="text">The number as printed.</param>
    /// <param name="number">What it says.</param>
    /// <returns>Whether it is such a number.</returns>
    public static bool TryParse(string text, out PrintedNumber number)
    {
        number = default;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
            return false;
        string[] parts = text.ToLowerInvariant().Split('e');
        int decimals = parts[0].Contains('.', StringComparison.Ordinal) ? parts[0].Length - parts[0].IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        int exponent = parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        number = new PrintedNumber(value, Math.Pow(10, exponent - decimals));
        return true;
    }
}
