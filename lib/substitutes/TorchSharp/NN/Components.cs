using System.Collections.Concurrent;
using System.Reflection;
using TorchSharp.Utils;

namespace TorchSharp;

/// <summary>The instance fields of a module's class and its base classes, private ones too, and the names they register under.</summary>
internal static class Components
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> fields = new();

    public static FieldInfo[] Fields(Type type) => fields.GetOrAdd(type, static t =>
    {
        var found = new List<FieldInfo>();
        for (var level = t; level is not null && level != typeof(torch.nn.Module); level = level.BaseType)
            found.AddRange(level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .OrderBy(f => f.MetadataToken));
        return [.. found.Where(f => !f.FieldType.IsValueType)];
    });

    public static string Name(FieldInfo field) => field.GetCustomAttribute<ComponentNameAttribute>()?.Name is { Length: > 0 } given ? given : field.Name;
}
