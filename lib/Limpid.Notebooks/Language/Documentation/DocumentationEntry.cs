using System.Xml.Linq;

namespace Limpid.Notebooks.Language.Documentation;

/// <summary>What is written of a symbol.</summary>
/// <param name="Element">The element with summary and the like as children; null if nothing is written.</param>
internal sealed record DocumentationEntry(XElement? Element)
{
    public static readonly DocumentationEntry None = new((XElement?)null);

    public XElement? Summary => Element?.Element("summary") ?? Element?.Element("value");

    public IEnumerable<XElement> All(string name) => Element?.Elements(name) ?? [];
}
