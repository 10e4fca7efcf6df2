using System.Globalization;
using Newtonsoft.Json;

namespace Plotly.NET;

public class GenericChart
{
    private static readonly JsonSerializerSettings Json = new()
    {
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        Culture = CultureInfo.InvariantCulture,
    };

    private readonly Trace[] _traces;
    private readonly Layout _layout;
    private readonly Config _config;

    private GenericChart(Trace[] traces, Layout layout, Config config)
    {
        _traces = traces;
        _layout = layout;
        _config = config;
    }

    // The default template of the genuine package is not here, so asking for it is an error and not another look.
    public static GenericChart ofTraceObject(bool useDefaults, Trace trace) => useDefaults
        ? throw new NotSupportedException("useDefaults is true; the substitute of Plotly.NET has no default template, pass false.")
        : new GenericChart([trace], new Layout(), new Config());

    public static GenericChart setLayout(Layout layout, GenericChart gChart) => new(gChart._traces, layout, gChart._config);

    public static GenericChart setConfig(Config config, GenericChart gChart) => new(gChart._traces, gChart._layout, config);

    public static GenericChart combine(IEnumerable<GenericChart> gCharts)
    {
        var charts = gCharts.ToArray();
        if (charts.Length == 0)
            throw new ArgumentException("The input sequence was empty.", "source");
        return charts.Skip(1).Aggregate(charts[0], (first, second) => new GenericChart(
            [.. first._traces, .. second._traces],
            Members.Combine(first._layout, second._layout),
            Members.Combine(first._config, second._config)));
    }

    public static string toFigureJson(GenericChart gChart) =>
        JsonConvert.SerializeObject(new FigureDto(gChart._traces, gChart._layout, []), Json);

    private sealed record FigureDto(
        [property: JsonProperty("data")] Trace[] Data,
        [property: JsonProperty("layout")] Layout Layout,
        [property: JsonProperty("frames")] object[] Frames);
}
