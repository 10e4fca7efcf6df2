namespace Plotly.NET;

public class Trace : global::DynamicObj.DynamicObj
{
    public Trace(string traceTypeName) => type = traceTypeName;

    public string type
    {
        get => (string)Get("type")!;
        set => SetValue("type", value);
    }
}
