namespace Plotly.NET.TraceObjects;

public class Marker : global::DynamicObj.DynamicObj;
