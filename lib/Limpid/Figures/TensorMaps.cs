using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Figures;

/// <summary>Tensors as arrays: copies in float64, whatever the element type and the device; the tensor stays as it is.</summary>
internal static class TensorMaps
{
    /// <summary>A tensor of shape [rows, columns].</summary>
    public static double[,] One(Tensor tensor, string argument)
    {
        Dimensions(tensor, 2, argument, "[rows, columns]");
        return Slice(Values(tensor), 0, tensor.shape[0], tensor.shape[1]);
    }

    /// <summary>A tensor of shape [maps, rows, columns].</summary>
    public static IReadOnlyList<double[,]> Many(Tensor tensor, string argument)
    {
        Dimensions(tensor, 3, argument, "[maps, rows, columns]");
        var (count, rows, columns) = (tensor.shape[0], tensor.shape[1], tensor.shape[2]);
        var values = Values(tensor);
        return [.. Enumerable.Range(0, (int)count).Select(i => Slice(values, i * rows * columns, rows, columns))];
    }

    /// <summary>A tensor of shape [positions].</summary>
    public static double[] Row(Tensor tensor, string argument)
    {
        Dimensions(tensor, 1, argument, "[values]");
        return Values(tensor);
    }

    /// <summary>A tensor of shape [runs, positions], or of shape [positions] for one run.</summary>
    public static double[,] Runs(Tensor tensor, string argument)
    {
        ArgumentNullException.ThrowIfNull(tensor, argument);
        if (tensor.dim() == 1)
            return Slice(Values(tensor), 0, 1, tensor.shape[0]);
        Dimensions(tensor, 2, argument, "[runs, positions] or [positions]");
        return One(tensor, argument);
    }

    /// <summary>A tensor of shape [positions] that holds whole numbers.</summary>
    public static int[] Labels(Tensor tensor, string argument) =>
        [.. Row(tensor, argument).Select((value, i) => Whole(value, argument, FormattableString.Invariant($"[{i}]")))];

    /// <summary>A tensor of shape [rows, columns] that holds whole numbers.</summary>
    public static int[,] Classes(Tensor tensor, string argument)
    {
        var map = One(tensor, argument);
        var cells = new int[map.GetLength(0), map.GetLength(1)];
        for (var i = 0; i < cells.GetLength(0); i++)
            for (var j = 0; j < cells.GetLength(1); j++)
                cells[i, j] = Whole(map[i, j], argument, FormattableString.Invariant($"[{i}, {j}]"));
        return cells;
    }

    private static int Whole(double value, string argument, string place) => value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue
        ? (int)value
        : throw new ArgumentException(FormattableString.Invariant($"{argument}{place} is {value}; expected a whole number."), argument);

    private static double[] Values(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().to(ScalarType.Float64).cpu().contiguous().data<double>().ToArray();
    }

    private static double[,] Slice(double[] values, long from, long rows, long columns)
    {
        var map = new double[rows, columns];
        Buffer.BlockCopy(values, checked((int)(from * sizeof(double))), map, 0, checked((int)(rows * columns * sizeof(double))));
        return map;
    }

    private static void Dimensions(Tensor tensor, int expected, string argument, string shape)
    {
        ArgumentNullException.ThrowIfNull(tensor, argument);
        if (tensor.dim() != expected)
            throw new ArgumentException($"{argument} has the shape [{string.Join(", ", tensor.shape)}]; expected {shape}.", argument);
    }
}
