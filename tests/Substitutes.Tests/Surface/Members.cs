using System.Reflection;
using System.Runtime.CompilerServices;

namespace Substitutes.Tests.Surface;

/// <summary>What of a type is visible outside its assembly.</summary>
public static class Members
{
    public const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> Types(Assembly assembly) =>
        assembly.GetTypes().Where(IsVisible).OrderBy(t => t.FullName, StringComparer.Ordinal);

    public static bool IsVisible(Type type) =>
        type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!));

    public static bool IsVisible(MethodBase? method) =>
        method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !IsGenerated(method);

    public static bool IsVisible(FieldInfo field) =>
        (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !IsGenerated(field) && !field.IsSpecialName;

    public static IEnumerable<MethodInfo> Methods(Type type) =>
        type.GetMethods(Declared).Where(m => IsVisible(m) && m.Name != "Finalize"
            && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)));

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(Declared).Where(p => IsVisible(p.GetMethod) || IsVisible(p.SetMethod));

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), false) && member is not MethodInfo { IsSpecialName: true };
}
