namespace Plotly.NET;

public class Layout : global::DynamicObj.DynamicObj;
