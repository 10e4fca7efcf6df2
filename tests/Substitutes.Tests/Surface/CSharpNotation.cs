using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Substitutes.Tests.Surface;

/// <summary>The notation of TorchSharp's record: C# declarations with access, modifiers, defaults and constraints.</summary>
public sealed partial class CSharpNotation : INotation
{
    private static readonly string[] systemStructs =
        ["bool", "byte", "sbyte", "char", "short", "int", "long", "uint", "ulong", "float", "double", "Half", "Complex", "IntPtr", "Range", "Index"];

    private readonly string rootNamespace;
    private readonly HashSet<string> valueTypes;
    private readonly TypeText text;

    public CSharpNotation(string rootNamespace, RecordedSurface recorded)
    {
        this.rootNamespace = rootNamespace;
        text = new TypeText(Prefix, csharpShapes: true);
        valueTypes = [.. systemStructs, .. recorded.ValueTypeNames, .. recorded.ValueTypeNames.Select(WithoutRoot)];
    }

    /// <summary>Types of the root namespace and of the framework are short; those of deeper namespaces are written in full.</summary>
    private string Prefix(Type type) =>
        type.Namespace is { } space && space != rootNamespace && space.StartsWith(rootNamespace, StringComparison.Ordinal) ? space + "." : "";

    private string WithoutRoot(string name) =>
        name.StartsWith(rootNamespace + ".", StringComparison.Ordinal) ? name[(rootNamespace.Length + 1)..] : name;

    public string Name(Type type)
    {
        var name = text.Of(type);
        return type.Namespace == rootNamespace ? rootNamespace + "." + name : name;
    }

    public string Header(Type type)
    {
        var access = type.IsPublic || type.IsNestedPublic ? "public" : type.IsNestedFamily ? "protected" : "protected internal";
        var kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsEnum: true } => "enum",
            { IsValueType: true } => "struct",
            _ when type.BaseType == typeof(MulticastDelegate) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var declaredBase = kind.EndsWith("class", StringComparison.Ordinal) && type.BaseType is { } b && b != typeof(object)
            ? " : " + text.Of(b) : "";
        return $"{access} {kind} {Name(type)}{declaredBase}{Constraints(type)}";
    }

    public IEnumerable<string> Interfaces(Type type)
    {
        if (type.IsEnum || type.BaseType == typeof(MulticastDelegate)) return [];
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        return type.GetInterfaces().Where(i => Members.IsVisible(i) && !inherited.Contains(i)).Select(text.Of);
    }

    IEnumerable<string> INotation.Members(Type type)
    {
        if (type.IsEnum)
        {
            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
                yield return $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}";
            yield break;
        }
        if (type.BaseType == typeof(MulticastDelegate))
        {
            var invoke = type.GetMethod("Invoke")!;
            yield return $"{text.Of(invoke.ReturnType)}{TypeText.TupleNames(invoke.ReturnParameter)} Invoke({Parameters(invoke)})";
            yield break;
        }
        foreach (var field in type.GetFields(Members.Declared).Where(Members.IsVisible)) yield return Field(field);
        if (!type.IsInterface)
            foreach (var constructor in type.GetConstructors(Members.Declared).Where(c => !c.IsStatic && Members.IsVisible(c)))
                yield return $"{Access(constructor)} {type.Name.Split('`')[0]}({Parameters(constructor)})";
        foreach (var property in Members.Properties(type)) yield return Property(property);
        foreach (var method in Members.Methods(type)) yield return Method(method);
    }

    private string Field(FieldInfo field)
    {
        var access = field.IsPublic ? "public" : field.IsFamily ? "protected" : "protected internal";
        var kind = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        var value = field.IsLiteral ? " = " + Value(field.FieldType, field.GetRawConstantValue()) : "";
        return $"{access} {kind}{text.Of(field.FieldType)}{TypeText.TupleNames(field)} {field.Name}{value}";
    }

    private string Property(PropertyInfo property)
    {
        var main = Members.IsVisible(property.GetMethod) ? property.GetMethod! : property.SetMethod!;
        var accessors = string.Concat(Accessor(property.GetMethod, main, "get"), Accessor(property.SetMethod, main, "set"));
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        return $"{Access(main)} {Modifier(main)}{text.Of(property.PropertyType)}{TypeText.TupleNames(property)} {name} {{ {accessors}}}";
    }

    private static string Accessor(MethodInfo? accessor, MethodInfo main, string word) =>
        !Members.IsVisible(accessor) ? "" : Access(accessor!) == Access(main) ? word + "; " : $"{Access(accessor!)} {word}; ";

    private string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? "<" + string.Join(", ", method.GetGenericArguments().Select(a => a.Name)) + ">" : "";
        var constraints = method.IsGenericMethod ? Constraints(method.GetGenericArguments()) : "";
        return $"{Access(method)} {Modifier(method)}{text.Of(method.ReturnType)}{TypeText.TupleNames(method.ReturnParameter)} "
            + $"{method.Name}{generic}({Parameters(method)}){constraints}";
    }

    private static string Access(MethodBase method) =>
        method.IsPublic ? "public" : method.IsFamily ? "protected" : "protected internal";

    private static string Modifier(MethodInfo method)
    {
        if (method.IsStatic) return "static ";
        if (method.IsAbstract) return method.GetBaseDefinition() == method ? "abstract " : "abstract override ";
        if (!method.IsVirtual) return "";
        if (method.GetBaseDefinition() != method) return method.IsFinal ? "sealed override " : "override ";
        return method.IsFinal ? "" : "virtual ";
    }

    private string Parameters(MethodBase method)
    {
        var first = method.IsDefined(typeof(ExtensionAttribute), false) ? "this " : "";
        return first + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private string Parameter(ParameterInfo parameter)
    {
        var direction = parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params "
            : !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        var value = parameter.HasDefaultValue ? " = " + Value(parameter.ParameterType, parameter.RawDefaultValue) : "";
        return $"{direction}{text.Of(parameter.ParameterType)}{TypeText.TupleNames(parameter)} {parameter.Name}{value}";
    }

    private string Value(Type type, object? value)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => plain.IsValueType && plain == type ? "default" : "null",
            _ when plain.IsEnum => text.Of(plain) + "." + Enum.ToObject(plain, value),
            bool b => b ? "true" : "false",
            string s => $"\"{s}\"",
            char c => $"'{c}'",
            float f => f.ToString("R", CultureInfo.InvariantCulture) + "f",
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
    }

    private string Constraints(Type type) =>
        type.IsGenericTypeDefinition ? Constraints(type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0)) : "";

    private string Constraints(IEnumerable<Type> arguments) => string.Concat(arguments.Select(argument =>
    {
        var special = argument.GenericParameterAttributes;
        var parts = new List<string>();
        if (argument.GetCustomAttributes().Any(a => a.GetType().Name == "IsUnmanagedAttribute")) parts.Add("unmanaged");
        else if (special.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint)) parts.Add("struct");
        else if (special.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) parts.Add("class");
        parts.AddRange(argument.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)).Select(text.Of));
        if (special.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !parts.Contains("struct") && !parts.Contains("unmanaged"))
            parts.Add("new()");
        return parts.Count == 0 ? "" : $" where {argument.Name} : {string.Join(", ", parts)}";
    }));

    public string Normal(string recordedLine)
    {
        var line = Obsolete().Replace(recordedLine, "");
        line = CSharpText.TuplesInParentheses(line);
        return CSharpText.WithoutReferenceMarks(line, valueTypes);
    }

    public IReadOnlyList<string> BasesIn(string header) => CSharpText.Bases(Normal(header));

    [GeneratedRegex(@"\s+\[Obsolete.*\]$")]
    private static partial Regex Obsolete();
}
