namespace Plotly.NET;

public class Config : global::DynamicObj.DynamicObj;
