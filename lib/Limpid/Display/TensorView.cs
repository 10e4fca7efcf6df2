using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Display;

/// <summary>A tensor as its form and the corner of its first matrix. For all of a matrix as colours, see <c>Figures.Heatmap(tensor)</c>.</summary>
internal static class TensorView
{
    private const int MaxRows = 8;
    private const int MaxColumns = 10;

    /// <summary>For example <c>Float32 [60000, 1, 28, 28] on cpu</c>.</summary>
    public static string Text(Tensor tensor) => tensor.IsInvalid
        ? "disposed tensor"
        : $"{tensor.dtype} [{string.Join(", ", tensor.shape)}] on {Device(tensor)}{(tensor.requires_grad ? ", requires grad" : "")}";

    /// <summary>The same with a table of at most 8 rows and 10 columns; how many more there are stands beside it. A tensor without numbers to show says why.</summary>
    public static string Html(Tensor tensor)
    {
        string head = $"<div><code>{WebUtility.HtmlEncode(Text(tensor))}</code></div>";
        if (tensor.IsInvalid)
            return head;
        if (tensor.numel() == 0 || tensor.is_meta)
            return $"{head}<div>{(tensor.is_meta ? "a meta tensor has no values" : "no values")}</div>";
        try
        {
            return head + Table(tensor);
        }
        catch (ExternalException e)
        {
            // Sparse and quantised tensors have no corner to cut out; a display must not fail the cell.
            return $"{head}<div>its values can't be shown: {WebUtility.HtmlEncode(e.Message.Split('\n')[0])}</div>";
        }
    }

    private static string Table(Tensor tensor)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable grad = no_grad();
        Tensor matrix = tensor.detach();
        string note = "";
        if (matrix.ndim > 2)
        {
            note = string.Create(CultureInfo.InvariantCulture, $"<div>first of {matrix.numel() / (matrix.shape[^1] * matrix.shape[^2])} matrices</div>");
            while (matrix.ndim > 2)
                matrix = matrix.select(0, 0);
        }
        while (matrix.ndim < 2)
            matrix = matrix.unsqueeze(0);
        long rows = matrix.shape[0], columns = matrix.shape[1];
        long height = Math.Min(rows, MaxRows), width = Math.Min(columns, MaxColumns);
        string[] values = Values(matrix.narrow(0, 0, height).narrow(1, 0, width));
        var html = new StringBuilder(note).Append("<table>");
        for (int i = 0; i < height; i++)
            html.Append("<tr>").AppendJoin("", Enumerable.Range(0, (int)width).Select(j => $"<td style=\"text-align:right\">{values[i * width + j]}</td>"))
                .Append(width < columns ? "<td>…</td></tr>" : "</tr>");
        html.Append(height < rows ? "<tr><td style=\"text-align:right\">⋮</td></tr></table>" : "</table>");
        return html.Append(height < rows || width < columns ? $"<div>the first {Count(height, rows, "row")} and {Count(width, columns, "column")}</div>" : "").ToString();
    }

    // Whole numbers as they are: a double would lose the last digits of the largest.
    private static string[] Values(Tensor corner)
    {
        Tensor here = corner.cpu();
        if (here.dtype == ScalarType.Bool)
            return [.. here.contiguous().data<bool>().ToArray().Select(value => value ? "true" : "false")];
        if (here.is_integral())
            return [.. here.to(ScalarType.Int64).contiguous().data<long>().ToArray().Select(value => value.ToString(CultureInfo.InvariantCulture))];
        if (here.is_complex())
            return [.. here.to(ScalarType.ComplexFloat64).contiguous().data<System.Numerics.Complex>().ToArray()
                .Select(value => $"{Short(value.Real)}{(value.Imaginary < 0 ? "-" : "+")}{Short(Math.Abs(value.Imaginary))}i")];
        return [.. here.to(ScalarType.Float64).contiguous().data<double>().ToArray().Select(Short)];
    }

    private static string Short(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    private static string Count(long shown, long all, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{shown} of {all} {what}{(all == 1 ? "" : "s")}");

    private static string Device(Tensor tensor) =>
        tensor.device_index < 0 ? tensor.device_type.ToString().ToLowerInvariant() : $"{tensor.device_type.ToString().ToLowerInvariant()}:{tensor.device_index}";
}
