using System.Dynamic;

namespace DynamicObj;

public class DynamicObj : DynamicObject
{
    private readonly Dictionary<string, object?> _members = [];
    private readonly List<string> _order = [];

    public void SetValue(string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!_members.ContainsKey(name))
            _order.Add(name);
        _members[name] = value;
    }

    internal object? Get(string name) => _members.GetValueOrDefault(name);

    public override IEnumerable<string> GetDynamicMemberNames() => _order.ToArray();

    public override bool TryGetMember(GetMemberBinder binder, out object? result) =>
        _members.TryGetValue(binder.Name, out result);

    public override bool TrySetMember(SetMemberBinder binder, object? value)
    {
        SetValue(binder.Name, value);
        return true;
    }
}
