using Xunit;

namespace Limpid.Tests;

internal static class Close
{
    internal static void Value(double expected, double actual, double tolerance) =>
        // NaN is a value that may be expected, and equals itself here.
        Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance, FormattableString.Invariant($"expected {expected:R}, got {actual:R}"));

    internal static void Values(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance)
    {
        var (left, right) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(left.Length, right.Length);
        for (var i = 0; i < left.Length; i++) Value(left[i], right[i], tolerance);
    }
}
