using System.Globalization;
using Limpid.Reproduction;
using Xunit;

namespace Limpid.Tests.Reproduction;

public sealed class PrintedNumberTests
{
    [Theory]
    [InlineData("98.0", 98, 0.1)]
    [InlineData("98", 98, 1)]
    [InlineData("-0.30", -0.3, 0.01)]
    [InlineData("1.2e-3", 0.0012, 1e-4)]
    [InlineData("5E2", 500, 100)]
    public void The_last_digit_follows_from_the_print(string text, double value, double digit)
    {
        Assert.True(PrintedNumber.TryParse(text, out PrintedNumber number));
        Assert.Equal(value, number.Value, 1e-15);
        Assert.Equal(digit, number.LastDigit, 1e-15);
    }

    [Theory]
    [InlineData("97,5")]
    [InlineData("97.5 %")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("")]
    public void Refuses_what_is_no_number(string text) => Assert.False(PrintedNumber.TryParse(text, out _));

    [Fact]
    public void A_decimal_comma_of_the_machine_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (german.NumberFormat.NumberDecimalSeparator, german.NumberFormat.NumberGroupSeparator) = (",", ".");
            CultureInfo.CurrentCulture = german;
            Assert.True(PrintedNumber.TryParse("98.5", out PrintedNumber number));
            Assert.Equal(98.5, number.Value);
            Assert.Equal("98.5 ± 0.25", Show.Mean(98.5, 0.25));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
