namespace Plotly.NET.LayoutObjects;

public class LinearAxis : global::DynamicObj.DynamicObj;
