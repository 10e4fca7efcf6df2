using System.Text.Json;

namespace Limpid.Tests.Evaluation;

/// <summary>Maps with what scikit-learn and SciPy gave for them (record/evaluation.py).</summary>
internal sealed record RecordedCase(double[] First, double[] Second, double[] Mask, JsonElement Results)
{
    internal static IReadOnlyList<RecordedCase> All { get; } = Load();

    internal double this[string name] => Results.GetProperty(name).GetDouble();

    private static RecordedCase[] Load()
    {
        using var stream = typeof(RecordedCase).Assembly.GetManifestResourceStream("record.evaluation.json")
            ?? throw new FileNotFoundException("The test assembly embeds no 'record.evaluation.json'.");
        double[] Numbers(JsonElement item, string name) => [.. item.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];
        return [.. JsonDocument.Parse(stream).RootElement.EnumerateArray().Select(c => new RecordedCase(Numbers(c, "first"), Numbers(c, "second"), Numbers(c, "mask"), c))];
    }
}
