using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Limpid.Notebooks.Language.Documentation;

/// <summary>Finds what is written of a symbol: in the cells themselves or in the XML files of its assembly.</summary>
internal sealed class DocumentationSource(Compilation compilation)
{
    /// <summary>How far <c>inheritdoc</c> is followed; a circle must end.</summary>
    private const int Depth = 8;

    public DocumentationEntry Find(ISymbol symbol)
    {
        if (symbol is IParameterSymbol { ContainingSymbol: { } owner } parameter) return OfParameter(owner, parameter);
        // Of a variable the reader wants to know what it holds.
        var described = symbol switch
        {
            ILocalSymbol local => local.Type,
            IRangeVariableSymbol => null,
            IFieldSymbol { ContainingType.IsScriptClass: true } field => field.Type,
            IAliasSymbol alias => alias.Target,
            IMethodSymbol method => method.ReducedFrom ?? method,
            _ => symbol,
        };
        return described is null ? DocumentationEntry.None : new DocumentationEntry(Load(described.OriginalDefinition, Depth));
    }

    private DocumentationEntry OfParameter(ISymbol owner, IParameterSymbol parameter)
    {
        var text = Load(owner.OriginalDefinition, Depth)?.Elements("param").FirstOrDefault(e => (string?)e.Attribute("name") == parameter.Name);
        return text is null ? new DocumentationEntry(Load(parameter.Type.OriginalDefinition, Depth)) : new DocumentationEntry(new XElement("member", new XElement("summary", text.Nodes())));
    }

    private XElement? Load(ISymbol symbol, int depth)
    {
        if (depth == 0) return null;
        var own = Read(symbol);
        if (own is not null && own.Element("inheritdoc") is not { } inherit) return own;
        inherit = own?.Element("inheritdoc");
        var inherited = (string?)inherit?.Attribute("cref") is { } cref
            ? DocumentationCommentId.GetFirstSymbolForDeclarationId(cref, compilation) is { } named ? Load(named, depth - 1) : null
            : Base(symbol) is { } above ? Load(above, depth - 1) : null;
        if (own is null || inherited is null) return own ?? inherited;
        inherit!.Remove();
        var given = own.Elements().Select(Key).ToHashSet();
        own.Add(inherited.Elements().Where(element => !given.Contains(Key(element))));
        return own;
    }

    private XElement? Read(ISymbol symbol)
    {
        var text = symbol.DeclaringSyntaxReferences.Length > 0 ? symbol.GetDocumentationCommentXml()
            : symbol.GetDocumentationCommentId() is { } id && symbol.ContainingAssembly is { } assembly
                && compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { } path } ? DocumentationFiles.Find(path, id)
            : null;
        if (string.IsNullOrWhiteSpace(text)) return null;
        try { return XElement.Parse($"<root>{text}</root>", LoadOptions.PreserveWhitespace).Descendants("member").FirstOrDefault(); }
        catch (XmlException) { return null; }
    }

    /// <summary>What a symbol stands for; of a constructor that says nothing, its type.</summary>
    private static ISymbol? Base(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        IMethodSymbol { OverriddenMethod: { } above } => above.OriginalDefinition,
        IPropertySymbol { OverriddenProperty: { } above } => above.OriginalDefinition,
        ITypeSymbol { BaseType: { SpecialType: not SpecialType.System_Object } above } => above.OriginalDefinition,
        IMethodSymbol or IPropertySymbol or IEventSymbol => symbol.ContainingType?.AllInterfaces.SelectMany(i => i.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol))?.OriginalDefinition,
        _ => null,
    };

    private static string Key(XElement element) => $"{element.Name} {(string?)element.Attribute("name")}{(string?)element.Attribute("cref")}";
}
