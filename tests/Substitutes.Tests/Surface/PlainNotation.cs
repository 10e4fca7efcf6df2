using System.Reflection;
using System.Runtime.CompilerServices;

namespace Substitutes.Tests.Surface;

/// <summary>The notation of the F# packages' records: public members only, no access words, no constraints, "new" for constructors.</summary>
public sealed class PlainNotation : INotation
{
    private readonly TypeText text = new(_ => "", csharpShapes: false);

    public string Name(Type type) => type.Namespace + "." + text.Of(type);

    public string Header(Type type)
    {
        if (type.IsEnum) return $"public enum {Name(type)} : Enum";
        var kind = type.IsInterface ? "interface" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsValueType ? "struct" : "class";
        var declaredBase = type.IsClass && type.BaseType is { } b && b != typeof(object) ? " : " + text.Of(b) : "";
        return $"public {kind} {Name(type)}{declaredBase}";
    }

    /// <summary>The record lists no interfaces, so none can be compared.</summary>
    public IEnumerable<string> Interfaces(Type type) => [];

    IEnumerable<string> INotation.Members(Type type)
    {
        if (type.IsEnum)
        {
            yield return string.Join(", ", type.GetEnumNames());
            yield break;
        }
        foreach (var field in type.GetFields(Members.Declared).Where(f => f.IsPublic))
            yield return $"{(field.IsStatic ? "static " : "")}field {text.Of(field.FieldType)} {field.Name}";
        foreach (var constructor in type.GetConstructors().Where(c => !c.IsStatic))
            yield return $"new({Parameters(constructor)})";
        foreach (var property in Members.Properties(type).Where(p => (p.GetMethod ?? p.SetMethod)!.IsPublic)) yield return Property(property);
        foreach (var method in Members.Methods(type).Where(m => m.IsPublic && m.GetBaseDefinition().DeclaringType != typeof(object)))
            yield return Method(method);
    }

    private string Property(PropertyInfo property)
    {
        var index = property.GetIndexParameters();
        var parameters = index.Length == 0 ? "" : $"[{string.Join(", ", index.Select(Parameter))}]";
        var accessors = (property.GetMethod?.IsPublic == true ? "get; " : "") + (property.SetMethod?.IsPublic == true ? "set; " : "");
        var isStatic = (property.GetMethod ?? property.SetMethod)!.IsStatic ? "static " : "";
        return $"{isStatic}{text.Of(property.PropertyType)} {property.Name}{parameters} {{ {accessors}}}";
    }

    private string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? "<" + string.Join(", ", method.GetGenericArguments().Select(a => a.Name)) + ">" : "";
        return $"{(method.IsStatic ? "static " : "")}{text.Of(method.ReturnType)} {method.Name}{generic}({Parameters(method)})";
    }

    private string Parameters(MethodBase method)
    {
        var first = method.IsDefined(typeof(ExtensionAttribute), false) ? "this " : "";
        return first + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private string Parameter(ParameterInfo parameter)
    {
        var direction = parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params " : "";
        return $"{direction}{text.Of(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = default" : "")}";
    }

    /// <summary>The record marks what is obsolete and writes char, alone among the simple types, with its framework name.</summary>
    public string Normal(string recordedLine) => (recordedLine.StartsWith("[Obsolete] ", StringComparison.Ordinal) ? recordedLine["[Obsolete] ".Length..] : recordedLine)
        .Replace(" Char ", " char ", StringComparison.Ordinal);

    public IReadOnlyList<string> BasesIn(string header) => CSharpText.Bases(header);
}
