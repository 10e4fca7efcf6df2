using Limpid.Notebooks.Language.Documentation;
using Microsoft.CodeAnalysis;

namespace Limpid.Notebooks.Language;

/// <summary>Says what is meant at a place in a cell.</summary>
internal static class Inspector
{
    public static Inspection? Inspect(SessionSnapshot snapshot, string code, int cursor, int detail, CancellationToken stop)
    {
        var view = CellView.Of(code);
        if (!view.IsCSharp(cursor)) return null;
        stop.ThrowIfCancellationRequested();
        var compilation = snapshot.Compile(view.Text, view.References);
        var tree = compilation.SyntaxTrees[^1];
        var symbols = SymbolFinder.At(compilation.GetSemanticModel(tree), tree.GetRoot(stop), cursor);
        if (symbols is not [var symbol, ..]) return null;
        stop.ThrowIfCancellationRequested();
        var entry = new DocumentationSource(compilation).Find(symbol);
        return new Inspection(Write(symbols, entry, detail, DocumentationStyle.Plain), Write(symbols, entry, detail, DocumentationStyle.Markdown));
    }

    private static string Write(IReadOnlyList<ISymbol> symbols, DocumentationEntry entry, int detail, DocumentationStyle style)
    {
        var blocks = new List<string> { style.CodeBlock(Signatures.Full(symbols[0])) };
        if (symbols.Count > 1 && detail == 0) blocks.Add(style.Text($"+ {symbols.Count - 1} overload{(symbols.Count > 2 ? "s" : "")}"));
        blocks.AddRange(DocumentationText.Blocks(entry, style, detail > 0));
        if (symbols.Count > 1 && detail > 0)
            blocks.Add(style.Heading("Overloads") + style.CodeBlock(string.Join("\n", symbols.Skip(1).Select(other => Signatures.Full(other)))));
        return string.Join("\n\n", blocks.Where(block => block.Length > 0)) + "\n";
    }
}
