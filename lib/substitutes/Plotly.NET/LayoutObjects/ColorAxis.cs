namespace Plotly.NET.LayoutObjects;

public class ColorAxis : global::DynamicObj.DynamicObj;
