using System.Net;
using TorchSharp;
using static TorchSharp.torch;

namespace Limpid.Display;

/// <summary>A module as a table of its layers with shapes and numbers of their parameters.</summary>
internal static class ModuleView
{
    public static string Text(nn.Module module) => string.Join('\n',
        [.. Rows(module).Select(row => $"{row.Name,-24}{row.Type,-20}{row.Shapes,-36}{row.Count,12}"), $"{"total",-80}{Count(module.parameters()),12}"]);

    public static string Html(nn.Module module)
    {
        IEnumerable<string> body = Rows(module).Select(row => Line("td", row.Name, row.Type, row.Shapes, Group(row.Count)));
        return $"<table>{Line("th", "layer", "type", "parameters", "count")}{string.Concat(body)}{Line("th", "total", module.GetName(), "", Group(Count(module.parameters())))}</table>";
    }

    private static IEnumerable<(string Name, string Type, string Shapes, long Count)> Rows(nn.Module module) =>
        from layer in module.named_modules().Prepend(("", module))
        let own = layer.Item2.named_parameters(recurse: false).ToArray()
        // The module itself and its containers only where they hold parameters of their own.
        where own.Length > 0 || !layer.Item2.children().Any()
        select (
            layer.Item1.Length == 0 ? "(itself)" : layer.Item1,
            layer.Item2.GetName(),
            string.Join(", ", own.Select(parameter => $"{parameter.name} [{string.Join(", ", parameter.parameter.shape)}]")),
            Count(own.Select(parameter => parameter.parameter)));

    private static long Count(IEnumerable<Tensor> parameters) => parameters.Sum(parameter => parameter.numel());

    private static string Group(long count) => count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Line(string cell, params string[] texts) =>
        $"<tr>{string.Concat(texts.Select(text => $"<{cell} style=\"text-align:left\">{WebUtility.HtmlEncode(text)}</{cell}>"))}</tr>";
}
