namespace Plotly.NET;

public class Line : global::DynamicObj.DynamicObj;
