namespace Limpid.Data.Pictures;

/// <summary>PNG's filters: each byte of a row was stored as the difference to a guess from its neighbours.</summary>
internal static class PngFilter
{
    /// <summary>Adds the guesses again.</summary>
    /// <param name="filter">0 none, 1 left, 2 above, 3 their mean, 4 Paeth's choice.</param>
    /// <param name="line">The row.</param>
    /// <param name="above">The row above, undone already; empty for the first.</param>
    /// <param name="step">Bytes of a pixel.</param>
    public static void Undo(int filter, Span<byte> line, ReadOnlySpan<byte> above, int step)
    {
        if (filter is < 0 or > 4)
            throw PngReader.Fault($"a row has the filter {filter}, expected 0 to 4");
        for (int i = 0; i < line.Length && filter != 0; i++)
        {
            byte left = i < step ? (byte)0 : line[i - step];
            byte up = above.IsEmpty ? (byte)0 : above[i];
            byte corner = i < step || above.IsEmpty ? (byte)0 : above[i - step];
            line[i] += filter switch { 1 => left, 2 => up, 3 => (byte)((left + up) / 2), _ => Paeth(left, up, corner) };
        }
    }

    private static byte Paeth(int left, int up, int corner)
    {
        int guess = left + up - corner;
        (int a, int b, int c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return (byte)(a <= b && a <= c ? left : b <= c ? up : corner);
    }
}
