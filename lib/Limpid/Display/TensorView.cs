using System.Globalization;
using System.Net;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Display;

/// <summary>A tensor as its form and the corner of its first matrix.</summary>
internal static class TensorView
{
    private const int MaxRows = 8;
    private const int MaxColumns = 10;

    /// <summary>For example <c>Float32 [60000, 1, 28, 28] on cpu</c>.</summary>
    public static string Text(Tensor tensor) =>
        tensor.IsInvalid ? "disposed tensor" : $"{tensor.dtype} [{string.Join(", ", tensor.shape)}] on {Device(tensor)}";

    public static string Html(Tensor tensor)
    {
        string head = $"<div><code>{WebUtility.HtmlEncode(Text(tensor))}</code></div>";
        return tensor.IsInvalid || tensor.is_complex() || tensor.numel() == 0 || tensor.is_meta ? head : head + Table(tensor);
    }

    private static string Table(Tensor tensor)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable grad = no_grad();
        Tensor matrix = tensor.detach();
        string note = "";
        if (matrix.ndim > 2)
        {
            note = $"<div>first of {matrix.numel() / (matrix.shape[^1] * matrix.shape[^2])} matrices</div>";
            while (matrix.ndim > 2)
                matrix = matrix.select(0, 0);
        }
        while (matrix.ndim < 2)
            matrix = matrix.unsqueeze(0);
        long rows = matrix.shape[0], columns = matrix.shape[1];
        long height = Math.Min(rows, MaxRows), width = Math.Min(columns, MaxColumns);
        double[] values = matrix.narrow(0, 0, height).narrow(1, 0, width).cpu().to(ScalarType.Float64).contiguous().data<double>().ToArray();
        var html = new StringBuilder(note).Append("<table>");
        for (int i = 0; i < height; i++)
            html.Append("<tr>").AppendJoin("", Enumerable.Range(0, (int)width).Select(j => $"<td>{Cell(values[i * width + j], tensor.dtype)}</td>"))
                .Append(width < columns ? "<td>…</td></tr>" : "</tr>");
        return html.Append(height < rows ? "<tr><td>⋮</td></tr></table>" : "</table>").ToString();
    }

    private static string Cell(double value, ScalarType type) =>
        type == ScalarType.Bool ? value != 0 ? "true" : "false" : value.ToString("G5", CultureInfo.InvariantCulture);

    private static string Device(Tensor tensor) =>
        tensor.device_index < 0 ? tensor.device_type.ToString().ToLowerInvariant() : $"{tensor.device_type.ToString().ToLowerInvariant()}:{tensor.device_index}";
}
