using System.Text.Json;

namespace Limpid.Tests.Spectral.Importance;

/// <summary>Two tables with what scikit-learn gave for them (record/importance.py).</summary>
internal static class Recorded
{
    private static readonly JsonElement Root = Load();

    internal static JsonElement Of(string name) => Root.GetProperty(name);

    internal static double[] Numbers(JsonElement item) => [.. item.EnumerateArray().Select(value => value.GetDouble())];

    internal static double[] Numbers(string name) => Numbers(Of(name));

    internal static double[,] X()
    {
        double[][] rows = [.. Of("x").EnumerateArray().Select(Numbers)];
        var x = new double[rows.Length, rows[0].Length];
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < rows[0].Length; j++) x[i, j] = rows[i][j];
        return x;
    }

    private static JsonElement Load()
    {
        using var stream = typeof(Recorded).Assembly.GetManifestResourceStream("record.importance.json") ?? throw new FileNotFoundException("The test assembly embeds no 'record.importance.json'.");
        return JsonDocument.Parse(stream).RootElement;
    }
}
