namespace Limpid.Margin.Images;

/// <summary>Makes the groups of a labelled image connected (side by side, not corner to corner) and none too small.</summary>
internal static class ConnectedRegions
{
    /// <summary>New labels in the order in which rows meet them; a region of fewer pixels than <paramref name="least"/> joins the region before it.</summary>
    internal static (int[] Labels, int Count) Of(int[] labels, int height, int width, int least)
    {
        var (result, count) = (new int[labels.Length], 0);
        Array.Fill(result, -1);
        for (var start = 0; start < labels.Length; start++)
        {
            if (result[start] >= 0) continue;
            var region = Flood(labels, result, start, count, height, width);
            // The first region has none before it.
            var before = Before(result, start, width);
            if (region.Count >= least || before < 0) count++;
            else foreach (var pixel in region) result[pixel] = before;
        }
        return (result, count);
    }

    private static List<int> Flood(int[] labels, int[] result, int start, int label, int height, int width)
    {
        List<int> region = [start];
        result[start] = label;
        for (var next = 0; next < region.Count; next++)
        {
            var (row, column) = (region[next] / width, region[next] % width);
            foreach (var (r, c) in ((int, int)[])[(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)])
                if (r >= 0 && r < height && c >= 0 && c < width && r * width + c is var at && result[at] < 0 && labels[at] == labels[start])
                {
                    result[at] = label;
                    region.Add(at);
                }
        }
        return region;
    }

    // The region of the pixel to the left or, in the first column, above: both were met earlier.
    private static int Before(int[] result, int pixel, int width) => pixel % width > 0 ? result[pixel - 1] : pixel >= width ? result[pixel - width] : -1;
}
