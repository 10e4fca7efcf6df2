using Obj = DynamicObj.DynamicObj;

namespace Plotly.NET;

internal static class Members
{
    // Like the genuine package, this writes into the first object: its members stay and the second's win, nested ones joined.
    internal static T Combine<T>(T first, T second)
        where T : Obj
    {
        foreach (var name in second.GetDynamicMemberNames())
        {
            var value = second.Get(name);
            first.SetValue(name, value is Obj b && first.Get(name) is Obj a ? Combine(a, b) : value);
        }
        return first;
    }
}
