namespace Limpid.Display;

/// <summary>Names the class that formats a type in a notebook.</summary>
/// <remarks>Notebook engines find it by its name, so the library needs no reference to any of them.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = [];
}
