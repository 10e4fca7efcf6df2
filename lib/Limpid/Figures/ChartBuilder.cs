using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace Limpid.Figures;

/// <summary>Turns trace and layout descriptions into a chart of Plotly.NET.</summary>
internal static class ChartBuilder
{
    public static GenericChart Build(IReadOnlyList<Props> traces, Props layout)
    {
        var chart = GenericChart.combine(traces.Select(t => GenericChart.ofTraceObject(false, ToTrace(t))));
        var config = new Config();
        config.SetValue("responsive", true);
        config.SetValue("displayModeBar", false);
        return GenericChart.setConfig(config, GenericChart.setLayout(Fill(new Layout(), layout), chart));
    }

    private static Trace ToTrace(Props props) => Fill(new Trace((string)props["type"]!), props);

    private static T Fill<T>(T target, Props props)
        where T : DynamicObj.DynamicObj
    {
        foreach (var (name, value) in props)
            target.SetValue(name, value is Props inner ? Typed(name, inner) : value);
        return target;
    }

    // With the type that Plotly.NET gives such a member, its own styling methods join theirs to ours and don't replace it.
    private static object Typed(string name, Props props) => name.TrimEnd([.. "0123456789"]) switch
    {
        "xaxis" or "yaxis" => Fill(new LinearAxis(), props),
        "coloraxis" => Fill(new ColorAxis(), props),
        "legend" => Fill(new Legend(), props),
        "marker" => Fill(new Marker(), props),
        "line" => Fill(new Line(), props),
        _ => props.ToDictionary(p => p.Key, p => p.Value is Props inner ? Typed(p.Key, inner) : p.Value),
    };
}
