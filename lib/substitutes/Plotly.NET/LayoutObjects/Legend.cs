namespace Plotly.NET.LayoutObjects;

public class Legend : global::DynamicObj.DynamicObj;
