namespace Limpid.Margin.Images;

/// <summary>SLIC's k-means: centres on a grid, each competing for the pixels within one step of the grid on either side.</summary>
internal sealed class PixelClusters
{
    private readonly double[][] colours;
    private readonly int height, width;
    private readonly double step, placeWeight;
    private readonly List<(double[] Colour, double Row, double Column)> centres = [];

    internal PixelClusters(double[][] colours, int height, int width, int segments, double compactness)
    {
        (this.colours, this.height, this.width) = (colours, height, width);
        step = Math.Sqrt(height * (double)width / segments);
        placeWeight = compactness * compactness / (step * step);
        Labels = new int[colours.Length];
        int rows = Math.Max(1, (int)Math.Round(height / step)), columns = Math.Max(1, (int)Math.Round(width / step));
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
            {
                var (row, column) = Calmest((int)((r + 0.5) * height / rows), (int)((c + 0.5) * width / columns));
                centres.Add((colours[row * width + column], row, column));
            }
    }

    /// <summary>The centre of each pixel.</summary>
    internal int[] Labels { get; }

    /// <summary>Gives each pixel to the nearest centre in reach, ties to the first, and moves the centres to their pixels' mean.</summary>
    internal void Step()
    {
        var distances = new double[colours.Length];
        Array.Fill(distances, double.PositiveInfinity);
        for (var k = 0; k < centres.Count; k++)
        {
            var (colour, row, column) = centres[k];
            for (var r = (int)Math.Max(0, Math.Ceiling(row - step)); r <= Math.Min(height - 1, row + step); r++)
                for (var c = (int)Math.Max(0, Math.Ceiling(column - step)); c <= Math.Min(width - 1, column + step); c++)
                {
                    var at = r * width + c;
                    var distance = Squared(colour, colours[at]) + placeWeight * ((r - row) * (r - row) + (c - column) * (c - column));
                    if (distance < distances[at]) (distances[at], Labels[at]) = (distance, k);
                }
        }
        var sums = centres.Select(centre => (Colour: new double[centre.Colour.Length], Row: 0.0, Column: 0.0, Count: 0)).ToArray();
        for (var at = 0; at < colours.Length; at++)
        {
            ref var sum = ref sums[Labels[at]];
            for (var c = 0; c < sum.Colour.Length; c++) sum.Colour[c] += colours[at][c];
            (sum.Row, sum.Column, sum.Count) = (sum.Row + at / width, sum.Column + at % width, sum.Count + 1);
        }
        for (var k = 0; k < sums.Length; k++)
            // A centre that lost all its pixels stays where it is.
            if (sums[k].Count > 0) centres[k] = (Array.ConvertAll(sums[k].Colour, value => value / sums[k].Count), sums[k].Row / sums[k].Count, sums[k].Column / sums[k].Count);
    }

    // Centres start off edges: where in 3 x 3 pixels the colour changes least.
    private (int Row, int Column) Calmest(int row, int column)
    {
        var best = (Change: Change(row, column), Row: row, Column: column);
        for (var r = row - 1; r <= row + 1; r++)
            for (var c = column - 1; c <= column + 1; c++)
                if (r >= 0 && r < height && c >= 0 && c < width && Change(r, c) is var change && change < best.Change) best = (change, r, c);
        return (best.Row, best.Column);
    }

    private double Change(int row, int column)
    {
        double[] At(int r, int c) => colours[Math.Clamp(r, 0, height - 1) * width + Math.Clamp(c, 0, width - 1)];
        return Squared(At(row + 1, column), At(row - 1, column)) + Squared(At(row, column + 1), At(row, column - 1));
    }

    private static double Squared(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var c = 0; c < a.Length; c++) sum += (a[c] - b[c]) * (a[c] - b[c]);
        return sum;
    }
}
