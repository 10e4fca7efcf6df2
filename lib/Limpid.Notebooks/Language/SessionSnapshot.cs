using Limpid.Notebooks.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Limpid.Notebooks.Language;

/// <summary>
/// What a session knows at one moment, for questions about code that is not run. Nothing here changes the session: scripts are immutable,
/// and the resolver is one of its own because the session's remembers what it did not find.
/// </summary>
internal sealed class SessionSnapshot(Script? last, ScriptOptions options, string folder)
{
    private readonly ReferenceResolver _references = new(folder);

    public string Folder => folder;

    /// <summary>The compilation in which a text would be the next cell.</summary>
    public CSharpCompilation Compile(string text, IEnumerable<string> references)
    {
        var added = references.Where(r => !r.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            .SelectMany(r => _references.ResolveReference(r, null, MetadataReferenceProperties.Assembly));
        var own = options.WithMetadataResolver(_references);
        Script script = last is null
            ? CSharpScript.Create<object>(text, own.AddReferences(added))
            : last.ContinueWith<object>(text, own.WithReferences(added).WithImports());
        return (CSharpCompilation)script.GetCompilation();
    }
}
