using static TorchSharp.torch;

namespace Limpid.Margin.ExplainedImages;

/// <summary>Maps that no model was asked for.</summary>
internal static class ControlMap
{
    private const double Width = 0.25;

    /// <summary>A uniform number for each block.</summary>
    internal static double[,] Noise(int height, int width, int block, Random random)
    {
        var columns = (width + block - 1) / block;
        double[] draws = [.. Enumerable.Range(0, (height + block - 1) / block * columns).Select(_ => random.NextDouble())];
        return Each(height, width, (r, c) => draws[r / block * columns + c / block]);
    }

    /// <summary>A Gaussian in the middle, a quarter of each edge wide.</summary>
    internal static double[,] Centre(int height, int width) => Each(height, width, (r, c) =>
    {
        var (y, x) = ((r - (height - 1) / 2.0) / (Width * height), (c - (width - 1) / 2.0) / (Width * width));
        return Math.Exp(-(x * x + y * y) / 2);
    });

    /// <summary>The mean over the channels.</summary>
    internal static double[,] Brightness(Tensor image)
    {
        using var scope = NewDisposeScope();
        return ToArray(image.detach().to(float64).mean([0]));
    }

    /// <summary>A tensor of H x W entries as an array.</summary>
    internal static double[,] ToArray(Tensor map, int height, int width)
    {
        using var scope = NewDisposeScope();
        if (map.numel() != (long)height * width)
            throw new ArgumentException($"The map has shape [{string.Join(", ", map.shape)}]; expected {height} x {width} entries.", nameof(map));
        return ToArray(map.detach().view(height, width));
    }

    private static double[,] ToArray(Tensor map)
    {
        var result = new double[map.size(0), map.size(1)];
        Buffer.BlockCopy(map.to(float64).cpu().contiguous().data<double>().ToArray(), 0, result, 0, result.Length * sizeof(double));
        return result;
    }

    private static double[,] Each(int height, int width, Func<int, int, double> of)
    {
        var map = new double[height, width];
        for (var r = 0; r < height; r++)
            for (var c = 0; c < width; c++) map[r, c] = of(r, c);
        return map;
    }
}
