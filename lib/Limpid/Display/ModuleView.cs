using System.Globalization;
using System.Net;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Display;

/// <summary>A module as a table of its layers: type, output shape where the weights tell it, parameters with shapes, and how many numbers they hold.</summary>
internal static class ModuleView
{
    /// <summary>The table in columns of text.</summary>
    public static string Text(nn.Module module)
    {
        string[][] lines = [Header, .. Rows(module).Select(row => row.Cells), Footer(module)];
        int[] widths = [.. Enumerable.Range(0, Header.Length).Select(column => lines.Max(line => line[column].Length))];
        return string.Join('\n', lines.Select(line => string.Join("  ", line.Select((cell, column) =>
            column == Header.Length - 1 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd()));
    }

    /// <summary>The table in HTML; every text is encoded.</summary>
    public static string Html(nn.Module module) =>
        $"<table>{Line("th", Header)}{string.Concat(Rows(module).Select(row => Line("td", row.Cells)))}{Line("th", Footer(module))}</table>";

    private static string[] Header => ["layer", "type", "output", "parameters", "count"];

    private static string[] Footer(nn.Module module)
    {
        Tensor[] all = [.. module.parameters()];
        long total = all.Sum(parameter => parameter.numel()), trained = all.Where(parameter => parameter.requires_grad).Sum(parameter => parameter.numel());
        return ["total", module.GetName(), "", trained == total ? "" : $"{Group(trained)} of them trainable", Group(total)];
    }

    // A parameter that an earlier layer holds too is named and not counted again, so that the counts add up to the total.
    private static IEnumerable<LayerRow> Rows(nn.Module module)
    {
        var seen = new HashSet<IntPtr>();
        foreach (var (name, layer) in module.named_modules().Prepend(("", module)))
        {
            var own = layer.named_parameters(recurse: false).Where(parameter => !parameter.parameter.IsInvalid).ToArray();
            // The module itself and its containers only where they hold parameters of their own.
            if (own.Length == 0 && layer.children().Any())
                continue;
            bool[] isNew = [.. own.Select(parameter => seen.Add(parameter.parameter.Handle))];
            yield return new LayerRow(
                name.Length == 0 ? "(itself)" : name,
                layer.GetName(),
                OutputShape.Of(layer),
                string.Join(", ", own.Select((parameter, i) => $"{parameter.name} [{string.Join(", ", parameter.parameter.shape)}]{(isNew[i] ? "" : " shared")}")),
                own.Where((_, i) => isNew[i]).Sum(parameter => parameter.parameter.numel()));
        }
    }

    private static string Group(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Line(string cell, string[] texts) => $"<tr>{string.Concat(texts.Select((text, column) =>
        $"<{cell} style=\"text-align:{(column == texts.Length - 1 ? "right" : "left")}\">{WebUtility.HtmlEncode(text)}</{cell}>"))}</tr>";

    private sealed record LayerRow(string Name, string Type, string Output, string Parameters, long Count)
    {
        public string[] Cells => [Name, Type, Output, Parameters, Group(Count)];
    }
}
