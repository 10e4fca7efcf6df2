using System.Reflection;
using System.Runtime.CompilerServices;

namespace Substitutes.Tests.Surface;

/// <summary>Writes types as C# does: keywords, tuples in parentheses, T? for Nullable; nested types after their owners.</summary>
public sealed class TypeText(Func<Type, string> prefix, bool csharpShapes)
{
    private static readonly Dictionary<Type, string> keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char", [typeof(short)] = "short",
        [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
    };

    public string Of(Type type)
    {
        if (type.IsByRef) return Of(type.GetElementType()!);
        if (type.IsPointer) return Of(type.GetElementType()!) + "*";
        if (type.IsArray) return Array(type);
        if (type.IsGenericParameter) return type.Name;
        if (keywords.TryGetValue(type, out var word)) return word;
        if (csharpShapes && Nullable.GetUnderlyingType(type) is { } inner) return Of(inner) + "?";
        if (csharpShapes && IsTuple(type)) return "(" + string.Join(", ", type.GetGenericArguments().Select(Of)) + ")";
        return prefix(type) + Chain(type);
    }

    /// <summary>C# writes int[][,] for an array of int[,]: the ranks read from the outside in.</summary>
    private string Array(Type type)
    {
        var ranks = "";
        while (type.IsArray)
        {
            ranks += "[" + new string(',', type.GetArrayRank() - 1) + "]";
            type = type.GetElementType()!;
        }
        return Of(type) + ranks;
    }

    private string Chain(Type type)
    {
        var arguments = type.GetGenericArguments();
        var owners = new List<Type>();
        for (var t = type; t is not null; t = t.DeclaringType) owners.Insert(0, t);
        var used = 0;
        return string.Join('.', owners.Select(owner =>
        {
            var tick = owner.Name.IndexOf('`', StringComparison.Ordinal);
            if (tick < 0) return owner.Name;
            var own = owner.GetGenericArguments().Length - used;
            var text = owner.Name[..tick] + "<" + string.Join(", ", arguments.Skip(used).Take(own).Select(Of)) + ">";
            used += own;
            return text;
        }));
    }

    public static bool IsTuple(Type type) =>
        type.IsGenericType && type.IsAssignableTo(typeof(ITuple)) && type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) != false
        && type.GetGenericTypeDefinition().FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);

    /// <summary>The comment that carries the names of a tuple's elements, or nothing.</summary>
    public static string TupleNames(ICustomAttributeProvider? where)
    {
        var names = where?.GetCustomAttributes(typeof(TupleElementNamesAttribute), false).OfType<TupleElementNamesAttribute>().FirstOrDefault();
        return names is null ? "" : $" /*tuple:{string.Join(",", names.TransformNames.Where(n => n is not null))}*/";
    }
}
